import { describe, expect, it } from '@jest/globals';
import { readInstant, readWallTime, writeWallTime } from './typed-date.js';

describe('dates as people type them', () => {
  it.each([
    ['05/03/2026 14:30', '2026-03-05T14:30'],
    ['5/3/26 à 14h30', '2026-03-05T14:30'],
    [' 5.3.2026  9h ', '2026-03-05T09:00'],
    ['05-03-2026 9:05', '2026-03-05T09:05'],
    ['2026-03-05T14:30', '2026-03-05T14:30'],
  ])('reads %j', (typed, wallTime) => {
    expect(readWallTime(typed)).toBe(wallTime);
  });

  it.each(['', '05/03/2026', '31/02/2026 10:00', '05/03/2026 25:00', '05/13/2026 10:00', 'demain'])(
    'refuses %j',
    (typed) => {
      expect(readWallTime(typed)).toBeUndefined();
    },
  );

  it('takes them for Paris time', () => {
    expect(readInstant('05/07/2026 14h30')).toBe('2026-07-05T12:30:00.000Z');
  });

  it('writes them the French way', () => {
    expect(writeWallTime('2026-03-05T14:30')).toBe('05/03/2026 14:30');
    expect(writeWallTime('')).toBe('');
  });
});
