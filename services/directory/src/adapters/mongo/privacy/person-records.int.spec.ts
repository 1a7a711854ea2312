import { FixedClock } from '@intervia/clock';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Rights } from '../../../domain/records.js';
import {
  aBuilding,
  aParty,
  aPublication,
  aPublishedUser,
  aUnit,
  anAgency,
} from '../../../testing/builders.js';
import type { DirectoryOnMongo } from '../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../testing/directory-on-mongo.js';
import { PersonRecordsRepository } from './person-records.repository.js';
import { CONTRACTOR } from '../people/contractor.schema.js';
import { PARTY } from '../people/party.schema.js';
import { USER } from '../people/user.schema.js';
import { BUILDING } from '../places/building.schema.js';
import { UNIT } from '../places/unit.schema.js';
import { ACCOUNT } from '../property/accounting/account.schema.js';
import { LEASE } from '../property/leases/lease.schema.js';
import { ACCOUNT_SECURITY } from '../accounts/account-security.schema.js';
import { SECURITY_EVENT } from '../accounts/security-event.schema.js';
import { CLIENT_ACCOUNT } from '../client-account.schema.js';
import { SESSION } from '../session.schema.js';

const NONE: Rights = { view: false, create: false, edit: false, delete: false, reopen: false };

/** In the order of the constructor. */
const MODELS = [
  ...[PARTY, CONTRACTOR, UNIT, BUILDING, LEASE, ACCOUNT],
  ...[USER, CLIENT_ACCOUNT, SESSION, ACCOUNT_SECURITY, SECURITY_EVENT],
];

describe('what the directory keeps of somebody', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;
  let records: PersonRecordsRepository;

  beforeAll(async () => {
    mongo = await startMongo();
  }, 60_000);
  beforeEach(async () => {
    directory = await directoryOnMongo(mongo.uri, FixedClock.at('2026-03-02T09:00:00Z'));
    const { models } = directory.connection;
    const own = [...MODELS.map((name) => models[name]), directory.accounts.log] as never;
    records = new PersonRecordsRepository(...(own as ConstructorParameters<typeof PersonRecordsRepository>));
    await directory.publish.execute(
      aPublication({
        agency: anAgency(),
        users: [
          aPublishedUser({ id: 'u1', name: 'Luc Martin', mail: 'luc@essais.example' }),
          aPublishedUser({ id: 'u2', name: 'Léa Petit', mail: 'lea@essais.example' }),
        ],
        parties: [aParty({ id: 'p1', name: 'Hélène Morvan' }), aParty({ id: 'p2', name: 'Yann Le Goff' })],
        buildings: [aBuilding({ managerId: 'u2' })],
        units: [aUnit({ id: 'l1', ownerId: 'p1' })],
      }),
    );
  });
  afterEach(() => directory.connection.close());
  afterAll(() => mongo.stop());

  const withoutRights = (id: string, name: string) =>
    directory.publish.execute(
      aPublication({
        users: [
          aPublishedUser({
            ...{ id, name, mail: `${name.split(' ')[0]?.toLowerCase()}@essais.example` },
            ...{ syndic: NONE, gerance: NONE },
          }),
        ],
      }),
    );
  const left = async (name: string, filter: object) =>
    directory.connection.collection(name).countDocuments({ agencyId: 'a1', ...filter });

  it('finds staff beside clients', async () => {
    expect(await records.find('a1', ['mar', 'luc'], 10)).toMatchObject([
      { isStaff: true, marks: { partyId: 'u1', names: ['Luc Martin'], mails: ['luc@essais.example'] } },
    ]);
    expect(await records.find('a1', ['morvan'], 10)).toMatchObject([{ isStaff: false }]);
  });

  it('keeps staff while they have a right, or a place names them', async () => {
    await expect(records.eraseStaff('a1', 'u1')).rejects.toMatchObject({ code: 'PERSON_IN_SERVICE' });
    await withoutRights('u2', 'Léa Petit');
    await expect(records.eraseStaff('a1', 'u2')).rejects.toMatchObject({ code: 'PERSON_IN_SERVICE' });
    expect(await left('users', {})).toBe(2);
  });

  it('lets staff go who left, with their sessions and factors; the log of security stays its year', async () => {
    await withoutRights('u1', 'Luc Martin');
    const log = {
      _id: 'e1',
      agencyId: 'a1',
      kind: 'sign-in',
      person: { kind: 'user', id: 'u1' },
      at: new Date(0),
    };
    await directory.connection.collection('securityEvents').insertOne(log as never);
    const session = { _id: 's1', agencyId: 'a1', userId: 'u1' };
    await directory.connection.collection('sessions').insertOne(session as never);
    expect(await records.exportStaff('a1', 'u1')).toMatchObject([
      { kind: 'user', name: 'Luc Martin' },
      { kind: 'session' },
      { kind: 'second-factor' },
      { kind: 'security-log', event: 'sign-in' },
    ]);
    expect(await records.eraseStaff('other', 'u1')).toMatchObject({ traces: 0 });
    expect(await records.eraseStaff('a1', 'u1')).toEqual({ isRecordErased: true, traces: 2 });
    expect([await left('users', { id: 'u1' }), await left('sessions', {})]).toEqual([0, 0]);
    expect(await left('securityEvents', {})).toBe(1);
  });

  it('erases a client’s record once nothing names it', async () => {
    expect(await records.erase('a1', 'p1')).toMatchObject({ isRecordErased: false });
    expect(await records.erase('a1', 'p2')).toMatchObject({ isRecordErased: true });
    expect(await left('parties', {})).toBe(1);
  });
});
