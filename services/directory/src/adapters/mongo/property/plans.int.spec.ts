import { FixedClock } from '@intervia/clock';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DirectoryOnMongo } from '../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../testing/directory-on-mongo.js';
import { explainedReads } from '../../../testing/plans.js';
import { aPartyFile, aStaged, on } from '../../../testing/property-builders.js';
import { aFlatShare, make } from '../../../testing/tenancy.js';

/** `_id` of what is named by agency and key is as good: it begins with the agency. */
const BEGINNINGS = ['agencyId', '_id'];
const page = { after: '', limit: 20 };

describe('reads of rental management', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;
  let property: DirectoryOnMongo['property'];

  beforeAll(async () => {
    mongo = await startMongo();
    directory = await directoryOnMongo(mongo.uri, FixedClock.at('2026-06-10T09:00:00Z'));
    property = directory.property;
    await aFlatShare(directory);
  }, 60_000);
  afterAll(async () => {
    await directory.connection.close();
    await mongo.stop();
  });

  const list = async (search: string): Promise<void> => {
    const { lists } = property;
    for (const accountKind of ['', 'tenant', 'owner'])
      await lists.parties('a1', { ...page, search, accountKind });
    for (const kind of ['', 'tenant'])
      await lists.accounts('a1', { ...page, search, kind, entityId: '', partyId: '' });
    await lists.accounts('a1', { ...page, search, kind: '', entityId: 'e1', partyId: '' });
    await lists.accounts('a1', { ...page, search, kind: '', entityId: '', partyId: 'owner' });
    for (const activeOn of ['', on('06-10')])
      await lists.mandates('a1', { ...page, search, activeOn, accountId: '' });
    await lists.mandates('a1', { ...page, search, activeOn: '', accountId: 'owner-account' });
    const unit = { ...page, search, buildingId: '', mandateId: '', ownerId: '' };
    for (const choice of ['', 'lettable', 'from-syndic'] as const)
      await lists.units('a1', { ...unit, choice });
    await lists.units('a1', { ...unit, choice: '', buildingId: 'house' });
    await lists.units('a1', { ...unit, choice: '', mandateId: 'mandate' });
    await lists.units('a1', { ...unit, choice: '', ownerId: 'owner' });
    const lease = {
      ...page,
      search,
      unitId: '',
      accountId: '',
      entityId: '',
      partyId: '',
      presentOnly: false,
    };
    for (const more of [
      {},
      { presentOnly: true },
      { unitId: 'flat' },
      { accountId: 'tenant-account' },
      { entityId: 'e1' },
      { partyId: 'sharer1' },
    ])
      await lists.leases('a1', { ...lease, ...more });
  };

  const tenants = async (): Promise<void> => {
    await property.tenants.get('a1', 'lease');
    for (const fund of ['', 'caf', 'msa'])
      await property.tenants.forCaf('a1', { ...page, entityId: 'e1', fund, presentOnly: true });
    await property.tenants.rentCalls('a1', { ...page, leaseId: 'lease', unpaidOnly: false });
    await property.tenants.rentCalls('a1', { ...page, leaseId: 'lease', unpaidOnly: true });
    await property.tenants.postings('a1', { ...page, accountId: 'tenant-account' });
    await property.tenants.alarmsDue('a1', on('01-01', 1), page);
    const nothing = { cafNumber: '', allocataireNumber: '', accountNumber: '' };
    await property.tenants.match('a1', [
      { ...nothing, cafNumber: '1' },
      { ...nothing, allocataireNumber: '1234567' },
      { ...nothing, accountNumber: '411DIALLO' },
    ]);
  };

  it.each([
    ['lists', () => list('')],
    ['lists by what was typed', () => list('lefe')],
    ['tenants, their account and the caisse', tenants],
    [
      'the making of files',
      () => make(directory, 'c9', [aStaged('party', aPartyFile({ id: 'p9', code: 'P9' }))]),
    ],
  ])('of %s go through indexes that begin with the agency', async (_what, work) => {
    const reads = await explainedReads(directory.connection, work);
    expect(reads.length).toBeGreaterThan(2);
    for (const { read, isScan, first } of reads) {
      expect({ read, isScan }).toEqual({ read, isScan: false });
      expect({ read, others: first.filter((field) => !BEGINNINGS.includes(field)) }).toEqual({
        read,
        others: [],
      });
    }
  });
});
