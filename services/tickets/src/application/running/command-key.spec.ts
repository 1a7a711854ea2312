import { describe, expect, it } from '@jest/globals';
import { IdempotencyKeyReused } from '../../domain/values/errors.js';
import { handledAs, wasHandled } from './command-key.js';

const KEY = { commandId: 'c-1', fingerprint: 'f' };
const HANDLED = [handledAs({ commandId: 'c-0', fingerprint: 'f' }), handledAs(KEY)];

describe('a repeated command', () => {
  it('is known by its id', () => {
    expect(wasHandled(HANDLED, KEY)).toBe(true);
    expect(wasHandled(HANDLED, { commandId: 'c', fingerprint: 'f' })).toBe(false);
    expect(wasHandled(HANDLED, { commandId: 'c-2', fingerprint: 'f' })).toBe(false);
  });

  it('that says something else is refused, not taken for the first', () => {
    expect(() => wasHandled(HANDLED, { ...KEY, fingerprint: 'g' })).toThrow(IdempotencyKeyReused);
  });

  it('is believed where one of the two did not say', () => {
    expect(wasHandled(HANDLED, { ...KEY, fingerprint: '' })).toBe(true);
    expect(wasHandled(['c-1'], KEY)).toBe(true);
  });
});
