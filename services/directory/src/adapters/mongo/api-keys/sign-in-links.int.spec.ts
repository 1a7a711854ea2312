import { describe, expect, it } from '@jest/globals';
import { aPublication, aPublishedUser } from '../../../testing/builders.js';
import { anAttackedAgency, ALL, HOME, NOW, OFFICE } from '../../../testing/attacked-agency.js';

const SECOND = 1_000;

describe('a link that signs in', () => {
  const { clock, directory, codeOf, signIn } = anAttackedAgency();
  const { accounts } = { accounts: () => directory().accounts };
  const links = () => accounts().signInLinks;

  const aKey = async (scopes: ('tickets:open' | 'tickets:read')[] = ['tickets:open']) => {
    const admin = await signIn();
    const { key, shownOnce } = await accounts().apiKeys.create(admin, { name: 'LSC', scopes }, OFFICE);
    return { admin, key, shownOnce };
  };
  const anAssistant = async () => {
    const assistant = aPublishedUser({
      id: 'u-ines',
      mail: 'ines@tilleuls.example',
      role: 'assistant',
    });
    await directory().publish.execute(aPublication({ users: [assistant] }));
    return assistant.id;
  };

  it('opens one session, of this user with this user’s rights alone, whoever tries it how often', async () => {
    const { shownOnce } = await aKey();
    const { token, expiresAt } = await links().issue(shownOnce, await anAssistant(), OFFICE);
    expect(expiresAt.getTime() - NOW.getTime()).toBe(60 * SECOND);
    const attempts = Array.from({ length: 8 }, () => links().redeem(token, '', HOME));
    const done = await Promise.allSettled(attempts);
    const [opened, ...more] = done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(more).toEqual([]);
    expect(opened?.session).toMatchObject({ user: { id: 'u-ines', role: 'assistant' } });
    expect(await codeOf(links().redeem(token, '', HOME))).toBe('SIGN_IN_LINK_SPENT');
    expect(await codeOf(accounts().apiKeys.list(opened?.token ?? ''))).toBe('FORBIDDEN_ACTION');
  });

  it('is good for sixty seconds, and for no key that was revoked meanwhile', async () => {
    const { admin, key, shownOnce } = await aKey();
    const userId = await anAssistant();
    const late = await links().issue(shownOnce, userId, OFFICE);
    const last = await links().issue(shownOnce, userId, OFFICE);
    clock.set(new Date(NOW.getTime() + 59 * SECOND));
    await links().redeem(last.token, '', HOME);
    clock.set(new Date(NOW.getTime() + 60 * SECOND));
    expect(await codeOf(links().redeem(late.token, '', HOME))).toBe('SIGN_IN_LINK_SPENT');
    const revoked = await links().issue(shownOnce, userId, OFFICE);
    await accounts().apiKeys.revoke(admin, key.id, '', OFFICE);
    expect(await codeOf(links().redeem(revoked.token, '', HOME))).toBe('SIGN_IN_LINK_SPENT');
    expect(await codeOf(links().issue(shownOnce, userId, OFFICE))).toBe('API_KEY_INVALID');
  });

  it('is made by a key that may, for a user of its agency', async () => {
    const { shownOnce } = await aKey(['tickets:read']);
    const userId = await anAssistant();
    expect(await codeOf(links().issue(shownOnce, userId, OFFICE))).toBe('API_KEY_SCOPE_MISSING');
    const { shownOnce: opening } = await aKey();
    expect(await codeOf(links().issue(opening, 'u-of-another', OFFICE))).toBe('USER_NOT_FOUND');
    expect(await codeOf(links().redeem('made-up', '', HOME))).toBe('SIGN_IN_LINK_SPENT');
  });

  it('of an administrator proves nothing: what changes secrets asks for the password', async () => {
    const { admin, shownOnce } = await aKey();
    const { user } = (await accounts().getSession.execute(admin)) as { user: { id: string } };
    const { token } = await links().issue(shownOnce, user.id, OFFICE);
    const opened = await links().redeem(token, '', HOME);
    expect(opened.session.confirmedUntil).toBeUndefined();
    const asked = { name: 'Une autre', scopes: ['base:write' as const] };
    expect(await codeOf(accounts().apiKeys.create(opened.token, asked, HOME))).toBe('CONFIRMATION_REQUIRED');
  });

  it('leaves whoever is signed in already where it is, and signs nobody else’s session over', async () => {
    const { admin, shownOnce } = await aKey();
    const userId = await anAssistant();
    const first = await links().redeem((await links().issue(shownOnce, userId, OFFICE)).token, '', HOME);
    const again = await links().issue(shownOnce, userId, OFFICE);
    expect((await links().redeem(again.token, first.token, HOME)).token).toBe(first.token);
    const other = await links().issue(shownOnce, userId, OFFICE);
    const taken = await links().redeem(other.token, admin, HOME);
    expect(taken.token).not.toBe(admin);
    expect(taken.session).toMatchObject({ user: { id: userId } });
  });

  it('is nowhere to be read: neither where it is kept nor in the log', async () => {
    const { admin, shownOnce } = await aKey();
    const { token } = await links().issue(shownOnce, await anAssistant(), OFFICE);
    const stored = await directory().connection.collection('signInLinks').find().toArray();
    expect(JSON.stringify(stored)).not.toContain(token);
    await links().redeem(token, '', HOME);
    const { events } = await accounts().administer.events(admin, ALL, '', 50);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'sign-in', about: 'lsc-link' }));
    expect(JSON.stringify([events, accounts().lines])).not.toContain(token);
  });
});
