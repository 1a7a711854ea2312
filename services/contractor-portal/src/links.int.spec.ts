import { SystemClock } from '@intervia/clock';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse } from './testing/house.js';
import type { House } from './testing/house.js';

const clock = new SystemClock();

let house: House;

beforeAll(async () => {
  house = await openHouse();
}, 60_000);

afterAll(() => house?.close());

describe('links', () => {
  it('are the same for every message about a mission, and another for any other', async () => {
    const token = await house.aToken();
    expect(await house.aToken()).toBe(token);
    const others = [
      await house.aToken('ticket-2'),
      await house.aToken('ticket-1', 'mission-2'),
      await house.aToken('ticket-1', 'mission-1', 'roses'),
    ];
    expect(new Set([token, ...others]).size).toBe(4);
    expect(await house.portal.authorizeLink({ token })).toMatchObject({
      agencyId: 'tilleuls',
      ticketId: 'ticket-1',
      missionId: 'mission-1',
    });
  });

  it('are the same when many are asked for at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, () => house.aToken('at-once')));
    expect(new Set(tokens).size).toBe(1);
    expect(await house.links.countDocuments({ ticketId: 'at-once' })).toBe(1);
  });

  it('are for a correspondent as well as for a contractor', async () => {
    const token = await house.ownerToken();
    expect(await house.ownerToken()).toBe(token);
    const others = [
      await house.ownerToken('ticket-1', 'president-1'),
      await house.aToken('ticket-1', 'owner-1'),
    ];
    expect(new Set([token, ...others]).size).toBe(3);
    expect(await house.portal.authorizeLink({ token })).toMatchObject({
      agencyId: 'tilleuls',
      ticketId: 'ticket-1',
      missionId: '',
      correspondentId: 'owner-1',
    });
  });

  it.each([
    ['nobody', {}],
    ['two holders', { missionId: 'm', correspondentId: 'c' }],
  ])('are not issued for %s', async (_case, holder) => {
    await expect(
      house.portal.issueLink({ agencyId: 'tilleuls', ticketId: 'ticket-1', ...holder }),
    ).rejects.toMatchObject({ code: 'HOLDER_REQUIRED', kind: 'invalid' });
  });

  it('are revoked for one holder of one agency, and come anew with the next message', async () => {
    const [token, neighbour] = [await house.aToken('leaked'), await house.aToken('leaked', 'mission-2')];
    const revoke = (agencyId: string) =>
      house.portal.revokeLinks({ caller: { agencyId }, ticketId: 'leaked', missionId: 'mission-1' });
    expect(await revoke('roses')).toMatchObject({ revoked: 0 });
    expect(await revoke('tilleuls')).toMatchObject({ revoked: 1 });
    expect(await revoke('tilleuls')).toMatchObject({ revoked: 0 });
    expect(await house.portal.renderPage({ token })).toMatchObject({ status: 410 });
    expect(await house.portal.renderPage({ token: neighbour })).toMatchObject({ status: 200 });
    expect(await house.aToken('leaked')).not.toBe(token);
  });

  it('are stored without what opens them', async () => {
    const token = await house.aToken('stored');
    const stored = await house.links.findOne({ ticketId: 'stored' }).lean();
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('live longer with every issue', async () => {
    await house.aToken('prolonged');
    const soon = new Date(clock.now().getTime() + 1000);
    await house.links.updateOne({ ticketId: 'prolonged' }, { $set: { expiresAt: soon } });
    await house.aToken('prolonged');
    const link = await house.links.findOne({ ticketId: 'prolonged' }).lean();
    expect(link?.expiresAt.getTime()).toBeGreaterThan(soon.getTime());
  });

  it.each([
    ['expired', { expiresAt: new Date(0) }],
    ['revoked', { revokedAt: new Date(0) }],
  ])('are replaced once %s, and the old one stays shut', async (ticketId, change) => {
    const token = await house.aToken(ticketId);
    await house.links.updateOne({ ticketId }, { $set: change });
    house.state.over.add(ticketId);
    await expect(house.portal.authorizeLink({ token })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    const page = await house.portal.renderPage({ token });
    expect(page.status).toBe(410);
    // Whoever is stuck sees whom to call.
    expect(page.html).toContain('Agence des Tilleuls');
    expect(page.html).toContain('href="tel:+33478000000"');
    expect(page.html).toContain(`action="/i/${token}/nouveau-lien"`);
    expect(await house.aToken(ticketId)).not.toBe(token);
    await expect(house.portal.authorizeLink({ token })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
  });

  it('live on as long as their ticket is open', async () => {
    const token = await house.aToken('long');
    await house.links.updateOne({ ticketId: 'long' }, { $set: { expiresAt: new Date(0) } });
    expect(await house.portal.renderPage({ token })).toMatchObject({ status: 200 });
    house.state.over.add('long');
    expect(await house.portal.renderPage({ token })).toMatchObject({ status: 410 });
  });

  it('that are over are renewed at the known address, once a day whoever asks', async () => {
    const token = await house.aToken('renewed');
    await house.links.updateOne({ ticketId: 'renewed' }, { $set: { revokedAt: new Date(0) } });
    for (let asked = 0; asked < 2; asked += 1) {
      const answer = await house.portal.submitForm({ token, form: 'nouveau-lien' });
      expect(answer.status).toBe(200);
      expect(answer.html).toContain('Un nouveau lien vient de partir');
    }
    expect(house.state.renewals).toHaveLength(2);
    expect(new Set(house.state.renewals).size).toBe(1);
    // The page shows neither the address nor the link.
    expect(await house.portal.submitForm({ token: 'unknown', form: 'nouveau-lien' })).toMatchObject({
      status: 404,
    });
    const silent = await house.aToken('silent');
    const nothing = await house.portal.submitForm({ token: silent, form: 'nouveau-lien' });
    expect(nothing.html).toContain('Aucun lien n’a pu être envoyé');
  });

  it.each([
    ['empty', ''],
    ['made up', 'unknown'],
    ['endless', 'x'.repeat(5000)],
    ['a path', '../../etc'],
  ])('are unknown when %s', async (_case, token) => {
    await expect(house.portal.authorizeLink({ token })).rejects.toMatchObject({
      code: 'LINK_UNKNOWN',
      kind: 'not-found',
    });
    expect(await house.portal.renderPage({ token })).toMatchObject({ status: 404 });
    expect(await house.portal.submitForm({ token, form: 'refus' })).toMatchObject({ status: 404 });
  });
});
