import { describe, expect, it } from '@jest/globals';
import { addParisDays, inParis, parisDay, startOfNextParisDay, startOfParisDay } from './paris.js';
import { DateTime } from 'luxon';
import { PARIS, existsInParis, isDay, parisInstant, wallTime } from './wall-time.js';

const iso = (at: Date | undefined) => at?.toISOString();
const wall = (day: string, hour = 0, minute = 0) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date, hour, minute };
};

describe('Paris time', () => {
  it.each([
    ['winter', wall('2026-01-05', 14, 30), '2026-01-05T13:30:00.000Z'],
    ['summer', wall('2026-07-05', 14, 30), '2026-07-05T12:30:00.000Z'],
    ['the hour that is skipped: the one after', wall('2026-03-29', 2, 30), '2026-03-29T01:30:00.000Z'],
    ['just before the change', wall('2026-03-29', 1, 59), '2026-03-29T00:59:00.000Z'],
    ['just after the change', wall('2026-03-29', 3), '2026-03-29T01:00:00.000Z'],
    ['the hour that comes twice: the first', wall('2026-10-25', 2, 30), '2026-10-25T00:30:00.000Z'],
    ['a leap day', wall('2028-02-29', 23, 30), '2028-02-29T22:30:00.000Z'],
  ])('finds the instant of %s', (_, shown, expected) => {
    expect(iso(parisInstant(shown))).toBe(expected);
  });

  it('knows what no clock and no calendar shows', () => {
    expect(existsInParis(wall('2026-03-29', 2, 30))).toBe(false);
    expect(existsInParis(wall('2026-03-29', 3))).toBe(true);
    expect(parisInstant(wall('2026-02-31'))).toBeUndefined();
    expect(parisInstant(wall('2026-03-05', 24))).toBeUndefined();
    expect([isDay(wall('2026-02-31')), isDay(wall('2028-02-29'))]).toEqual([false, true]);
  });

  it.each(['2026-03-28', '2026-10-24', '2027-03-27', '2028-02-28', '2026-12-30'])(
    'shows what luxon shows, quarter by quarter from %s on',
    (day) => {
      const quarters = Array.from({ length: 3 * 96 }, (_, n) => new Date(Date.parse(day) + n * 900_000));
      for (const at of quarters) {
        const { year, month, day: date, hour, minute } = inParis(at);
        expect(wallTime(at)).toEqual({ year, month, day: date, hour, minute });
        const luxon = DateTime.fromObject(wallTime(at), { zone: PARIS }).getPossibleOffsets()[0];
        expect(iso(parisInstant(wallTime(at)))).toBe(iso(luxon?.toJSDate()));
      }
    },
  );

  it.each([
    ['five days over the change to summer', '2026-03-27T09:00:00Z', 5, '2026-04-01T08:00:00.000Z'],
    ['five days over the change to winter', '2026-10-23T08:00:00Z', 5, '2026-10-28T09:00:00.000Z'],
    ['into the hour that is skipped', '2026-03-28T01:30:00Z', 1, '2026-03-29T01:30:00.000Z'],
    ['into the hour that comes twice', '2026-10-24T00:30:00Z', 1, '2026-10-25T00:30:00.000Z'],
    ['back over the turn of the year', '2027-01-01T09:00:00Z', -1, '2026-12-31T09:00:00.000Z'],
  ])('counts %s', (_, from, days, expected) => {
    expect(iso(addParisDays(new Date(from), days))).toBe(expected);
  });

  it('begins its days at its own midnight', () => {
    expect(iso(startOfParisDay(new Date('2026-07-05T22:30:00Z')))).toBe('2026-07-05T22:00:00.000Z');
    expect(iso(startOfNextParisDay(new Date('2026-10-24T22:30:00Z')))).toBe('2026-10-25T23:00:00.000Z');
    expect(parisDay(new Date('2026-12-31T23:59:30Z'))).toBe('2027-01-01');
  });
});
