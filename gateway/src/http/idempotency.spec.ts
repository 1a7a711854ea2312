import { describe, expect, it } from '@jest/globals';
import { commandKeyOf } from './idempotency.js';

const ASKED = {
  headers: { 'idempotency-key': 'k' },
  method: 'POST',
  url: '/api/tickets/t/closing',
  body: { comment: 'Terminé.', list: [{ a: 1, b: 2 }] },
};
const fingerprintOf = (more: object = {}): string => commandKeyOf({ ...ASKED, ...more }).fingerprint;

describe('the key of a command', () => {
  it('knows a retry, in whatever order its fields come', () => {
    expect(fingerprintOf({ body: { list: [{ b: 2, a: 1 }], comment: 'Terminé.' } })).toBe(fingerprintOf());
    expect(fingerprintOf({ body: undefined })).toBe(fingerprintOf({ body: {} }));
  });

  it.each([
    [{ body: { comment: 'Autre.', list: [{ a: 1, b: 2 }] } }],
    [{ body: { ...ASKED.body, list: [{ a: 1, b: 3 }] } }],
    [{ url: '/api/tickets/u/closing' }],
    [{ method: 'PATCH' }],
  ])('tells another command from it: %j', (other) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf());
  });

  it.each([undefined, '', 'clé', 'x'.repeat(201), 'two words'])('is not %p', (key) => {
    const headers = { 'idempotency-key': key };
    expect(() => commandKeyOf({ ...ASKED, headers })).toThrow('IDEMPOTENCY_KEY_REQUIRED');
  });
});
