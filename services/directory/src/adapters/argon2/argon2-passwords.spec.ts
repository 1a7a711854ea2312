import { describe, expect, it } from '@jest/globals';
import { Argon2Passwords } from './argon2-passwords.js';

describe('Argon2Passwords', () => {
  const passwords = new Argon2Passwords();

  it("hashes with argon2id and OWASP's parameters, each time with another salt", async () => {
    const [first, second] = await Promise.all([
      passwords.hash('demo-intervia'),
      passwords.hash('demo-intervia'),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it('verifies', async () => {
    const stored = await passwords.hash('demo-intervia');
    expect(await passwords.verify('demo-intervia', stored)).toBe(true);
    expect(await passwords.verify('demo-intervi', stored)).toBe(false);
  });

  it('is false without a stored hash, whatever the password', async () => {
    expect(await passwords.verify('nobody', undefined)).toBe(false);
  });
});
