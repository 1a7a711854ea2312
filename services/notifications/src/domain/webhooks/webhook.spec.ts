import { describe, expect, it } from '@jest/globals';
import { attemptedOf, isToldOf, verdictOn, WAITS_MS } from './webhook.js';

const HOUR_MS = 3_600_000;

describe('an attempt', () => {
  it('arrived with any 2xx, and with nothing else', () => {
    expect([200, 202, 204, 299].map((status) => attemptedOf(status).fault)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    expect([301, 307, 400, 404, 410, 500].map((status) => attemptedOf(status).fault)).toEqual([
      'redirected',
      'redirected',
      'refused',
      'refused',
      'gone',
      'refused',
    ]);
  });

  it('is made again, later each time, for two days', () => {
    const refused = attemptedOf(500);
    const waits = WAITS_MS.map((_, index) => verdictOn(refused, index + 1));
    expect(waits).toEqual(WAITS_MS.map((againInMs) => ({ state: 'pending', againInMs })));
    expect(WAITS_MS).toEqual([...WAITS_MS].sort((a, b) => a - b));
    const whole = WAITS_MS.reduce((sum, wait) => sum + wait, 0);
    expect(whole).toBeGreaterThan(48 * HOUR_MS);
    expect(verdictOn(refused, WAITS_MS.length + 1)).toEqual({ state: 'failed' });
  });

  it('that is answered 410 is the last', () => {
    expect(verdictOn(attemptedOf(410), 1)).toEqual({ state: 'failed' });
  });
});

describe('a webhook is told of', () => {
  const createdAt = new Date('2027-03-01T10:00:00Z');
  const after = '2027-03-01T10:00:01Z';

  it('the types that it asked for, or all', () => {
    expect(isToldOf({ types: [], createdAt }, { type: 'unit', at: after })).toBe(true);
    expect(isToldOf({ types: ['ticket'], createdAt }, { type: 'ticket', at: after })).toBe(true);
    expect(isToldOf({ types: ['ticket'], createdAt }, { type: 'unit', at: after })).toBe(false);
  });

  it('nothing that happened before it was made', () => {
    expect(isToldOf({ types: [], createdAt }, { type: 'unit', at: '2027-03-01T09:59:59Z' })).toBe(false);
  });
});
