import { describe, expect, it } from '@jest/globals';
import { count, duration, longDate, phone, shortDate } from './french-format.js';

describe('French formats', () => {
  it('writes dates at Paris time, summer and winter', () => {
    expect(longDate(new Date('2026-11-24T13:30:00Z'))).toBe('mardi 24 novembre 2026 à 14 h 30');
    expect(longDate(new Date('2026-07-01T06:05:00Z'))).toBe('mercredi 1er juillet 2026 à 8 h 05');
    expect(shortDate(new Date('2026-12-31T23:30:00Z'))).toBe('01/01 à 0 h 30');
  });

  it.each([
    [45, '45 min'],
    [60, '1 h'],
    [95, '1 h 35'],
  ])('writes %i minutes as %s', (minutes, expected) => {
    expect(duration(minutes)).toBe(expected);
  });

  it.each([
    ['+33612345678', '06 12 34 56 78'],
    ['+33639981011', '06 39 98 10 11'],
    ['01.44.00.00.00', '01 44 00 00 00'],
    ['poste 12', 'poste 12'],
    ['', ''],
  ])('writes the phone %p as %p', (number, expected) => {
    expect(phone(number)).toBe(expected);
  });

  it('counts in French', () => {
    expect([0, 1, 2].map((number) => count(number, 'photo', 'photos', 'aucune photo'))).toEqual([
      'aucune photo',
      '1 photo',
      '2 photos',
    ]);
  });
});
