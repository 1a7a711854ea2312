import { describe, expect, it } from '@jest/globals';
import { aLink } from '../testing/builders.js';
import { expiryFrom, stateOf } from './link.js';

const now = new Date('2026-11-24T09:00:00Z');

describe('a link', () => {
  it('lives 90 days from its last issue', () => {
    expect(expiryFrom(now)).toEqual(new Date('2027-02-22T09:00:00Z'));
  });

  it.each([
    ['usable', aLink({ expiresAt: new Date('2026-11-24T09:00:01Z') })],
    ['expired', aLink({ expiresAt: now })],
    ['revoked', aLink({ revokedAt: new Date('2026-11-23T09:00:00Z') })],
  ])('is %s', (state, link) => {
    expect(stateOf(link, now)).toBe(state);
  });
});
