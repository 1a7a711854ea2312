import { describe, expect, it } from '@jest/globals';
import type { ApiKey } from './api-key.js';
import { API_KEY_FORM, canRotate, isLive, newSecret, used, withoutSecrets } from './api-key.js';

const AT = new Date('2004-05-02T08:00:00Z');
const later = (seconds: number): Date => new Date(AT.getTime() + seconds * 1_000);
const secret = newSecret('itv_AAAAAAAAAAAA', 'h1', AT);
const key: ApiKey = {
  id: 'k',
  agencyId: 'a',
  version: 1,
  name: 'LSC',
  scopes: ['base:write'],
  createdAt: AT,
  createdBy: 'Claire',
  secrets: [secret],
};

describe('a key of a program', () => {
  it('is told by its form', () => {
    expect(API_KEY_FORM.exec(`itv_${'A'.repeat(12)}_${'b'.repeat(43)}`)?.[1]).toBe('itv_AAAAAAAAAAAA');
    expect(API_KEY_FORM.test(`itv_${'A'.repeat(12)}_${'b'.repeat(42)}`)).toBe(false);
  });

  it('has two secrets at most, and is revoked without any', () => {
    expect(canRotate(key)).toBe(true);
    const two = { ...key, secrets: [secret, newSecret('itv_BBBBBBBBBBBB', 'h2', later(1))] };
    expect(canRotate(two)).toBe(false);
    const one = withoutSecrets(two, ({ hash }) => hash === 'h1', later(2));
    expect([one.secrets.length, one.revokedAt]).toEqual([1, undefined]);
    const none = withoutSecrets(one, () => true, later(3));
    expect([none.secrets.length, none.revokedAt, isLive(none, later(4))]).toEqual([0, later(3), false]);
  });

  it('ends with its day', () => {
    expect(isLive({ expiresAt: later(10) }, later(9))).toBe(true);
    expect(isLive({ expiresAt: later(10) }, later(10))).toBe(false);
  });

  it('remembers a use to the minute, and a new place at once', () => {
    const first = used(secret, '192.0.2.1', AT);
    expect(first).toMatchObject({ isNewPlace: true, secret: { lastUsedAt: AT, addresses: ['192.0.2.1'] } });
    const after = first?.secret ?? secret;
    expect(used(after, '192.0.2.1', later(59))).toBeUndefined();
    expect(used(after, '192.0.2.1', later(60))).toMatchObject({ isNewPlace: false });
    expect(used(after, '192.0.2.2', later(1))).toMatchObject({ isNewPlace: true });
  });
});
