import { describe, expect, it } from '@jest/globals';
import { readDay, writeDay } from './typed-day.js';

describe('typed days', () => {
  it.each([
    ['05/03/2004', '2004-03-05'],
    ['5.3.04', '2004-03-05'],
    ['05032004', '2004-03-05'],
    ['2004-03-05', '2004-03-05'],
    ['3/4/85', '1985-04-03'],
  ])('read the day %s', (typed, day) => expect(readDay(typed)).toBe(day));

  it.each(['31/02/2004', '12/13/2004', 'demain', '5/3'])('read no day in %s', (typed) =>
    expect(readDay(typed)).toBeUndefined(),
  );

  it('write a day the French way', () => {
    expect(writeDay('2004-03-05')).toBe('05/03/2004');
    expect(writeDay('')).toBe('');
  });
});
