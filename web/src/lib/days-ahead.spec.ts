import { describe, expect, it } from '@jest/globals';
import { daysAhead } from './days-ahead.js';

describe('days ahead', () => {
  it('are of the calendar in Paris', () => {
    // Already Saturday there.
    expect(daysAhead(new Date('2026-11-27T23:30:00Z'))).toEqual({
      today: '2026-11-28',
      tomorrow: '2026-11-29',
      monday: '2026-11-30',
      week: '2026-12-05',
      month: '2026-12-28',
    });
  });

  it.each([
    ['2026-11-29', '2026-11-30'],
    ['2026-11-30', '2026-12-07'],
    ['2026-12-01', '2026-12-07'],
  ])('after %s, the next Monday is %s', (today, monday) => {
    expect(daysAhead(new Date(`${today}T12:00:00Z`)).monday).toBe(monday);
  });
});
