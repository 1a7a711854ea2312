import { FixedClock } from '@intervia/clock';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aBuilding,
  aParty,
  aPublication,
  aPublishedClient,
  aPublishedUser,
  aUnit,
  anAgency,
} from '../../testing/builders.js';
import type { DirectoryOnMongo } from '../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../testing/directory-on-mongo.js';

const NOW = FixedClock.at('2026-03-02T09:00:00Z').now();
const MINUTE = 60_000;
const PASSWORD = 'correct horse';
const NOWHERE = { device: '', address: '', label: '' };
const MAIL = 'elodie@essais.example';

describe('publishing and signing in', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;
  const clock = new FixedClock(NOW);

  beforeAll(async () => {
    mongo = await startMongo();
    directory = await directoryOnMongo(mongo.uri, clock);
  }, 60_000);
  beforeEach(async () => {
    clock.set(NOW);
    await Promise.all(Object.values(directory.connection.models).map((model) => model.deleteMany({})));
    await directory.publish.execute(
      aPublication({ agency: anAgency(), users: [aPublishedUser({ password: PASSWORD })] }),
    );
  });
  afterAll(async () => {
    await directory.connection.close();
    await mongo.stop();
  });

  const signIn = async (mail: string, password: string, client = false) => {
    const answer = await directory.signIn.execute({ mail, password, client, origin: NOWHERE });
    if ('secondStep' in answer) throw new Error('a second step was asked for');
    return answer;
  };
  const fail = (mail = MAIL) => signIn(mail, 'wrong').catch((error: { code: string }) => error.code);
  const republish = (user: Parameters<typeof aPublishedUser>[0]) =>
    directory.publish.execute(aPublication({ users: [aPublishedUser(user)] }));

  describe('publishing', () => {
    it('refuses an agency that nobody has published', async () => {
      await expect(
        directory.publish.execute(aPublication({ agencyId: 'a9', parties: [aParty()] })),
      ).rejects.toMatchObject({ code: 'AGENCY_NOT_FOUND' });
    });

    it('writes nothing of a publication with a fault', async () => {
      const mixed = aPublication({ buildings: [aBuilding(), aBuilding({ id: 'b2', syndic: false })] });
      await expect(directory.publish.execute(mixed)).rejects.toMatchObject({
        code: 'INVALID_PUBLICATION',
        kind: 'invalid',
        fields: [{ field: 'buildings.1.syndic', code: 'REQUIRED' }],
      });
      expect(
        await directory.listBuildings.execute(
          { agencyId: 'a1' },
          { module: undefined, search: '', limit: 0 },
        ),
      ).toMatchObject({ buildings: [] });
    });

    it('refuses references to records of nobody or of another agency', async () => {
      await directory.publish.execute(
        aPublication({
          agencyId: 'a2',
          agency: anAgency({ id: 'a2' }),
          parties: [aParty({ id: 'foreign' })],
        }),
      );
      const publication = aPublication({
        buildings: [aBuilding({ managerId: 'u1' })],
        units: [aUnit({ ownerId: 'foreign' }), aUnit({ id: 'l2', buildingId: 'nowhere' })],
      });
      await expect(directory.publish.execute(publication)).rejects.toMatchObject({
        fields: [
          { field: 'units.0.ownerId', code: 'UNKNOWN_RECORD' },
          { field: 'units.1.buildingId', code: 'UNKNOWN_RECORD' },
        ],
      });
    });

    it('refuses a mail that is taken, also by another agency', async () => {
      const taken = { code: 'INVALID_PUBLICATION', fields: [{ field: 'users.0.mail', code: 'MAIL_TAKEN' }] };
      await expect(republish({ id: 'u2', mail: 'ELODIE@essais.example' })).rejects.toMatchObject(taken);
      await expect(
        directory.publish.execute(
          aPublication({ agencyId: 'a2', agency: anAgency({ id: 'a2' }), users: [aPublishedUser()] }),
        ),
      ).rejects.toMatchObject(taken);
    });
  });

  describe('signing in', () => {
    it('gives a token of 256 bits, of which only the hash is stored', async () => {
      const { token, session } = await signIn('  ELODIE@Essais.example ', PASSWORD);
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(session).toMatchObject({ agencyId: 'a1', agencyName: 'Cabinet des Essais', user: { id: 'u1' } });
      expect(await directory.getSession.execute(token)).toEqual(session);
      const stored = await directory.connection.db?.collection('sessions').find().toArray();
      expect(JSON.stringify(stored)).not.toContain(token);
      expect(stored).toHaveLength(1);
    });

    it('says the same of a wrong password and of an unknown mail, and verifies in both cases', async () => {
      directory.passwords.verified.length = 0;
      expect(await fail()).toBe('INVALID_CREDENTIALS');
      expect(await fail('nobody@essais.example')).toBe('INVALID_CREDENTIALS');
      expect(directory.passwords.verified).toEqual([expect.stringContaining(PASSWORD), undefined]);
    });

    it('refuses a user without password', async () => {
      await republish({ id: 'u2', mail: 'new@essais.example' });
      await expect(signIn('new@essais.example', '')).rejects.toMatchObject({
        code: 'INVALID_CREDENTIALS',
        kind: 'unauthenticated',
      });
    });

    it('stops after ten failures in a quarter of an hour, for that mail alone, also the right password', async () => {
      const failures = await Promise.all(Array.from({ length: 12 }, () => fail()));
      expect(failures.filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(10);
      expect(failures.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(2);
      clock.advance(14 * MINUTE);
      await expect(signIn(MAIL, PASSWORD)).rejects.toMatchObject({
        code: 'TOO_MANY_ATTEMPTS',
        kind: 'forbidden',
        params: { retryAfterSeconds: '60' },
      });
      expect(await fail('nobody@essais.example')).toBe('INVALID_CREDENTIALS');
      clock.advance(MINUTE);
      await signIn(MAIL, PASSWORD);
    });

    it('forgets failures after a success', async () => {
      for (let at = 0; at < 9; at++) await fail();
      await signIn(MAIL, PASSWORD);
      for (let at = 0; at < 9; at++) expect(await fail()).toBe('INVALID_CREDENTIALS');
    });
  });

  describe('a session', () => {
    const expired = { code: 'SESSION_EXPIRED', kind: 'unauthenticated' };

    it('slides while it is used, and ends twelve hours after', async () => {
      const { token } = await signIn(MAIL, PASSWORD);
      for (let hour = 0; hour < 20; hour += 5) {
        clock.advance(5 * 60 * MINUTE);
        await directory.getSession.execute(token);
      }
      clock.advance(12 * 60 * MINUTE);
      await expect(directory.getSession.execute(token)).rejects.toMatchObject(expired);
    });

    it('ends on demand, once or twice', async () => {
      const { token } = await signIn(MAIL, PASSWORD);
      await directory.signOut.execute(token, NOWHERE);
      await directory.signOut.execute(token, NOWHERE);
      await expect(directory.getSession.execute(token)).rejects.toMatchObject(expired);
    });

    it('does not exist for an unknown token', async () => {
      await expect(directory.getSession.execute('')).rejects.toMatchObject(expired);
    });

    it('ends with a new password, and stays when the same one or none is published again', async () => {
      const { token } = await signIn(MAIL, PASSWORD);
      await republish({ password: PASSWORD });
      await republish({ password: '', name: 'Élodie Garnier-Roux' });
      expect(await directory.getSession.execute(token)).toMatchObject({
        user: { name: 'Élodie Garnier-Roux' },
      });
      await republish({ password: 'another horse' });
      await expect(directory.getSession.execute(token)).rejects.toMatchObject(expired);
      await signIn(MAIL, 'another horse');
    });

    it('tells rights as they are now', async () => {
      const { token } = await signIn(MAIL, PASSWORD);
      const none = { view: false, create: false, edit: false, delete: false, reopen: false };
      await republish({ gerance: none });
      expect(await directory.getSession.execute(token)).toMatchObject({ user: { gerance: none } });
    });
  });

  describe('standing in for an absent colleague', () => {
    const from = new Date(NOW.getTime() + 60 * MINUTE);
    const until = new Date(NOW.getTime() + 120 * MINUTE);
    const standsInFor = async (token: string) => {
      const session = await directory.getSession.execute(token);
      return 'user' in session ? session.standsInFor : undefined;
    };

    it('is told by the session while the absence lasts, and no longer when LSC ends it', async () => {
      await republish({ id: 'u2', mail: 'paul@essais.example', absence: { from, until, delegateId: 'u1' } });
      const { token } = await signIn(MAIL, PASSWORD);
      expect(await standsInFor(token)).toEqual([]);
      clock.set(from);
      expect(await standsInFor(token)).toEqual(['u2']);
      clock.set(until);
      expect(await standsInFor(token)).toEqual([]);
      clock.set(from);
      await republish({ id: 'u2', mail: 'paul@essais.example' });
      expect(await standsInFor(token)).toEqual([]);
    });
  });

  describe('a client', () => {
    const CLIENT = 'zoe@courriel.example';
    const publishClient = (agencyId = 'a1', password = PASSWORD) =>
      directory.publish.execute(
        aPublication({
          agencyId,
          agency: anAgency({ id: agencyId }),
          parties: [aParty()],
          clients: [aPublishedClient({ mail: CLIENT, password })],
        }),
      );

    it('signs in to the clients’ extranet only, and is told as a party', async () => {
      await publishClient();
      const { token, session } = await signIn(` ${CLIENT.toUpperCase()}`, PASSWORD, true);
      expect(session).toMatchObject({ agencyId: 'a1', client: { id: 'p1', name: 'Zoé Lefèvre' } });
      expect(session).not.toHaveProperty('user');
      expect(await directory.getSession.execute(token)).toEqual(session);
      await expect(signIn(CLIENT, PASSWORD)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
      await expect(signIn(MAIL, PASSWORD, true)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    });

    it('of two agencies is told apart by the password', async () => {
      await publishClient('a1', 'first horse');
      await publishClient('a2', 'second horse');
      expect((await signIn(CLIENT, 'second horse', true)).session.agencyId).toBe('a2');
      expect((await signIn(CLIENT, 'first horse', true)).session.agencyId).toBe('a1');
    });

    it('is counted apart from the member of staff with the same mail', async () => {
      await directory.publish.execute(
        aPublication({
          parties: [aParty()],
          clients: [aPublishedClient({ mail: MAIL, password: 'client horse' })],
        }),
      );
      for (let at = 0; at < 10; at++) await fail();
      await expect(signIn(MAIL, PASSWORD)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
      expect((await signIn(MAIL, 'client horse', true)).session).toMatchObject({ client: { id: 'p1' } });
    });

    it('has a mail of its own in the agency, and loses its sessions with its password', async () => {
      await publishClient();
      const second = aPublication({
        parties: [aParty({ id: 'p2' })],
        clients: [aPublishedClient({ partyId: 'p2', mail: CLIENT })],
      });
      await expect(directory.publish.execute(second)).rejects.toMatchObject({
        fields: [{ field: 'clients.0.mail', code: 'MAIL_TAKEN' }],
      });
      const { token } = await signIn(CLIENT, PASSWORD, true);
      await publishClient('a1', 'another horse');
      await expect(directory.getSession.execute(token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    });

    it('is a party that exists', async () => {
      const orphan = aPublication({ clients: [aPublishedClient({ partyId: 'nobody' })] });
      await expect(directory.publish.execute(orphan)).rejects.toMatchObject({
        fields: [{ field: 'clients.0.partyId', code: 'UNKNOWN_RECORD' }],
      });
    });
  });
});
