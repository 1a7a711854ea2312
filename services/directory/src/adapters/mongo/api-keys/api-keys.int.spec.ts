import { describe, expect, it } from '@jest/globals';
import {
  anAttackedAgency,
  ALL,
  ATTACKER,
  DAY,
  HOME,
  MINUTE,
  NOW,
  OFFICE,
} from '../../../testing/attacked-agency.js';

describe('keys of programs', () => {
  const { clock, directory, codeOf, signIn, logged } = anAttackedAgency();
  const admin = () => directory().accounts.apiKeys;
  const own = () => directory().accounts.ownApiKey;
  const asked = { name: 'LSC du cabinet', scopes: ['base:write' as const] };
  const create = async (token: string, more: object = {}) =>
    admin().create(token, { ...asked, ...more }, OFFICE);

  it('are shown once, kept as their hash, and open what they were made for', async () => {
    const { key, shownOnce } = await create(await signIn());
    const stored = JSON.stringify(await directory().connection.collection('apiKeys').find().toArray());
    expect(stored).not.toContain(shownOnce);
    expect(stored).not.toContain(shownOnce.split('_').at(-1));
    expect(shownOnce.startsWith(key.secrets[0]?.prefix ?? '-')).toBe(true);
    expect(await own().authenticate(shownOnce, OFFICE)).toMatchObject({
      key: { id: key.id, agencyId: 'a1', scopes: ['base:write'] },
      agencyName: expect.any(String),
    });
  });

  it('are told apart from what they are not: wrong, malformed, expired, revoked', async () => {
    const token = await signIn();
    const { key, shownOnce } = await create(token, { expiresAt: new Date(NOW.getTime() + DAY) });
    const wrong = `${shownOnce.slice(0, -1)}${shownOnce.endsWith('A') ? 'B' : 'A'}`;
    for (const bad of ['', 'x', wrong, 'a'.repeat(100_000)])
      expect(await codeOf(own().authenticate(bad, HOME))).toBe('API_KEY_INVALID');
    clock.set(new Date(NOW.getTime() + DAY));
    expect(await codeOf(own().authenticate(shownOnce, OFFICE))).toBe('API_KEY_EXPIRED');
    clock.set(NOW);
    expect((await admin().revoke(token, key.id, '', OFFICE)).revokedAt).toEqual(NOW);
    expect(await codeOf(own().authenticate(shownOnce, OFFICE))).toBe('API_KEY_INVALID');
  });

  it('are rotated with two live, by the program or the administrator, and never three', async () => {
    const token = await signIn();
    const { key, shownOnce: first } = await create(token);
    const { shownOnce: second } = await own().rotate(first, OFFICE);
    expect((await own().authenticate(first, OFFICE)).key.secrets).toHaveLength(2);
    await own().authenticate(second, OFFICE);
    expect(await codeOf(own().rotate(second, OFFICE))).toBe('API_KEY_TWO_LIVE');
    expect(await codeOf(admin().rotate(token, key.id, OFFICE))).toBe('API_KEY_TWO_LIVE');
    expect(await own().endOlder(second, OFFICE)).toBe(1);
    expect(await codeOf(own().authenticate(first, OFFICE))).toBe('API_KEY_INVALID');
    const { shownOnce: third, key: rotated } = await admin().rotate(token, key.id, OFFICE);
    await admin().revoke(token, key.id, rotated.secrets[0]?.prefix ?? '', OFFICE);
    expect(await codeOf(own().authenticate(second, OFFICE))).toBe('API_KEY_INVALID');
    await own().authenticate(third, OFFICE);
  });

  it('say when and from where they were used last, and the log says each new place once', async () => {
    const token = await signIn();
    const { shownOnce } = await create(token);
    await own().authenticate(shownOnce, OFFICE);
    clock.set(new Date(NOW.getTime() + 2 * MINUTE));
    await own().authenticate(shownOnce, OFFICE);
    await own().authenticate(shownOnce, HOME);
    const [listed] = await admin().list(token);
    expect(listed?.secrets[0]).toMatchObject({
      lastUsedAt: clock.now(),
      addresses: [OFFICE.address, HOME.address],
    });
    const kinds = await logged(token);
    expect(kinds.filter((kind) => kind === 'api-key-used')).toHaveLength(2);
    const { events } = await directory().accounts.administer.events(token, ALL, '', 50);
    expect(JSON.stringify(events)).not.toContain(shownOnce);
  });

  it('are an administrator’s, after a proof, of the own agency', async () => {
    const token = await signIn();
    const { key } = await create(token);
    expect(await codeOf(admin().revoke(token, 'another', '', OFFICE))).toBe('API_KEY_NOT_FOUND');
    expect(await codeOf(create(token, { scopes: [] }))).toBe('INVALID_REQUEST');
    expect(await codeOf(create(token, { expiresAt: NOW }))).toBe('INVALID_REQUEST');
    clock.set(new Date(NOW.getTime() + 16 * MINUTE));
    expect(await codeOf(create(token))).toBe('CONFIRMATION_REQUIRED');
    expect(await codeOf(admin().revoke(token, key.id, '', OFFICE))).toBe('CONFIRMATION_REQUIRED');
    expect(await codeOf(admin().list('nobody'))).toBe('SESSION_EXPIRED');
  });

  it('that are wrong lock out whoever tries them, and no right one', async () => {
    const { shownOnce } = await create(await signIn());
    const codes: string[] = [];
    for (let at = 0; at < 102; at++) codes.push(await codeOf(own().authenticate('x', ATTACKER)));
    expect(codes.slice(99)).toEqual(['API_KEY_INVALID', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
    await own().authenticate(shownOnce, ATTACKER);
  });
});
