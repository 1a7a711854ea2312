import { describe, expect, it } from '@jest/globals';
import { startOfParisDay } from '@intervia/french';
import { isFrenchHoliday } from '@intervia/french';
import { afterDelay, afterQuietHours } from './calendar.js';

const calm = (instant: string): string =>
  afterQuietHours(new Date(instant), { from: 20, until: 8 }).toISOString();

describe('quiet hours end', () => {
  it.each([
    ['in the day: at once', '2026-09-08T08:00:00Z', '2026-09-08T08:00:00.000Z'],
    ['at 08:00 sharp: at once', '2026-09-08T06:00:00Z', '2026-09-08T06:00:00.000Z'],
    ['before 08:00: the same day', '2026-09-08T05:59:59Z', '2026-09-08T06:00:00.000Z'],
    ['at 20:00 sharp: the day after', '2026-09-08T18:00:00Z', '2026-09-09T06:00:00.000Z'],
    ['Saturday evening: Monday', '2026-09-12T18:30:00Z', '2026-09-14T06:00:00.000Z'],
    ['Easter Sunday: Tuesday, Monday being a holiday', '2026-04-05T10:00:00Z', '2026-04-07T06:00:00.000Z'],
    [
      'Christmas Eve, night, before Friday 25 and Saturday: Saturday',
      '2026-12-24T20:00:00Z',
      '2026-12-26T07:00:00.000Z',
    ],
    [
      'the night winter time begins: Monday at 08:00 winter time',
      '2026-10-24T20:00:00Z',
      '2026-10-26T07:00:00.000Z',
    ],
    [
      'the night summer time begins: Monday at 08:00 summer time',
      '2027-03-27T21:00:00Z',
      '2027-03-30T06:00:00.000Z',
    ],
    ['New Year’s Eve rolls the year over', '2026-12-31T21:00:00Z', '2027-01-02T07:00:00.000Z'],
  ])('%s', (_case, instant, expected) => {
    expect(calm(instant)).toBe(expected);
  });
});

describe('a delay', () => {
  it.each([
    ['five days, into winter time', '2026-10-23T08:00:00Z', 120, '2026-10-28T09:00:00.000Z'],
    ['five days, into summer time', '2027-03-26T09:00:00Z', 120, '2027-03-31T08:00:00.000Z'],
    ['one day and two hours, into winter time', '2026-10-24T08:00:00Z', 26, '2026-10-25T11:00:00.000Z'],
    ['ten hours, into winter time: ten hours', '2026-10-24T20:00:00Z', 10, '2026-10-25T06:00:00.000Z'],
    ['two days before, out of winter time', '2026-10-26T09:00:00Z', -48, '2026-10-24T08:00:00.000Z'],
  ])('of %s', (_case, since, hours, expected) => {
    expect(afterDelay(new Date(since), hours).toISOString()).toBe(expected);
  });
});

describe('French public holidays', () => {
  it.each([
    [2026, 4, 6],
    [2026, 5, 14],
    [2026, 5, 25],
    [2027, 3, 29],
    [2027, 5, 6],
    [2027, 5, 17],
    [2038, 4, 26],
    [2026, 7, 14],
    [2026, 11, 11],
  ])('%i-%i-%i is one', (year, month, day) => {
    expect(isFrenchHoliday(year, month, day)).toBe(true);
  });

  it.each([
    [2026, 4, 7],
    [2026, 12, 26],
    [2026, 4, 3],
  ])('%i-%i-%i is none', (year, month, day) => {
    expect(isFrenchHoliday(year, month, day)).toBe(false);
  });
});

describe('the day in Paris begins', () => {
  it.each([
    ['2026-09-08T21:59:59Z', '2026-09-07T22:00:00.000Z'],
    ['2026-09-08T22:00:00Z', '2026-09-08T22:00:00.000Z'],
    ['2026-12-01T12:00:00Z', '2026-11-30T23:00:00.000Z'],
    ['2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z'],
    ['2026-10-25T22:59:59Z', '2026-10-24T22:00:00.000Z'],
    ['2026-10-25T23:00:00Z', '2026-10-25T23:00:00.000Z'],
    ['2026-03-29T00:30:00Z', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T21:59:59Z', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T22:00:00Z', '2026-03-29T22:00:00.000Z'],
  ])('for %s at %s', (instant, start) => {
    expect(startOfParisDay(new Date(instant)).toISOString()).toBe(start);
  });
});
