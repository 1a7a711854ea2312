import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { SecretsNotConfigured } from '../../application/ports/accounts/secrets.js';
import { AesSecrets } from './aes-secrets.js';
import { SignedReplyAddresses } from './reply-addresses.js';

const aKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

describe('secrets at rest', () => {
  const key = aKey('k1');
  const secrets = new AesSecrets(key);

  it('are unreadable, never the same twice, and open at their own place only', () => {
    const sealed = secrets.seal('mot de passe', 'agency-1|mail');
    expect(sealed).not.toContain('mot de passe');
    expect(secrets.seal('mot de passe', 'agency-1|mail')).not.toBe(sealed);
    expect(secrets.open(sealed, 'agency-1|mail')).toBe('mot de passe');
    expect(() => secrets.open(sealed, 'agency-2|mail')).toThrow();
  });

  it('still open after a new key was put first', () => {
    const sealed = secrets.seal('ancien', 'a');
    const rotated = new AesSecrets(`${aKey('k2')},${key}`);
    expect(rotated.open(sealed, 'a')).toBe('ancien');
    expect(rotated.seal('nouveau', 'a')).toMatch(/^k2:/);
  });

  it('cannot be kept without a key, nor with a short one', () => {
    expect(() => new AesSecrets('').seal('x', 'a')).toThrow(SecretsNotConfigured);
    expect(() => new AesSecrets('k1:c2hvcnQ=')).toThrow(/32 bytes/);
  });
});

describe('reply addresses', () => {
  const addresses = new SignedReplyAddresses('Reponses@tilleuls.example', randomBytes(32));
  const ref = '0123456789abcdef0123';

  it('are read again, whatever the case and the company they are in', () => {
    const address = addresses.of(ref);
    expect(address).toMatch(/^reponses\+0123456789abcdef0123\.[0-9a-f]{16}@tilleuls\.example$/);
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
    expect(addresses.read(['claire@tilleuls.example', address.toUpperCase()])).toEqual([ref]);
  });

  it('cannot be made up', () => {
    const [signed = ''] = addresses.of(ref).split('@');
    const forged = signed.replace('0123456789abcdef0123', '0123456789abcdef0124');
    expect(addresses.read([`${forged}@tilleuls.example`])).toEqual([]);
    expect(addresses.read([`${signed}@ailleurs.example`])).toEqual([]);
    expect(addresses.read(['reponses@tilleuls.example'])).toEqual([]);
    const others = new SignedReplyAddresses('reponses@tilleuls.example', randomBytes(32));
    expect(others.read([addresses.of(ref)])).toEqual([]);
  });
});
