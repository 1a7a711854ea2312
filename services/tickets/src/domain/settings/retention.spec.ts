import { describe, expect, it } from '@jest/globals';
import { checkRetention, monthsBefore } from './retention.js';

describe('how long tickets are kept', () => {
  it.each([
    ['2026-03-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
    ['2026-01-15T10:00:00.000Z', 13, '2024-12-15T10:00:00.000Z'],
    ['2028-02-29T00:00:00.000Z', 12, '2027-02-28T00:00:00.000Z'],
  ])('counts from %s %i months back to %s', (now, months, then) => {
    expect(monthsBefore(new Date(now), months).toISOString()).toBe(then);
  });

  it.each([
    [{ closedMonths: 0, cancelledMonths: 0 }, []],
    [{ closedMonths: 120, cancelledMonths: 1 }, []],
    [{ closedMonths: 11, cancelledMonths: 601 }, ['closedMonths', 'cancelledMonths']],
    [{ closedMonths: 12.5, cancelledMonths: -1 }, ['closedMonths', 'cancelledMonths']],
  ])('takes %o but for %o', (retention, faults) => {
    expect(checkRetention(retention).map(({ field }) => field)).toEqual(faults);
  });
});
