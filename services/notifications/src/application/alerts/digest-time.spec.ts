import { describe, expect, it } from '@jest/globals';
import { nextDigestAt } from './digest-time.js';

describe('nextDigestAt', () => {
  it.each([
    ['later today', '2026-11-24T05:00:00Z', '2026-11-24T06:00:00Z'],
    ['tomorrow when it is past', '2026-11-24T06:00:00Z', '2026-11-25T06:00:00Z'],
    ['an hour later by UTC after the clocks went back', '2026-10-24T06:00:00Z', '2026-10-25T06:00:00Z'],
    ['an hour earlier by UTC after the clocks went forward', '2026-03-28T07:00:00Z', '2026-03-29T05:00:00Z'],
  ])('is seven in Paris, %s', (_case, now, expected) => {
    expect(nextDigestAt(new Date(now), 7)).toEqual(new Date(expected));
  });
});
