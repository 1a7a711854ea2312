import { FixedClock } from '@intervia/clock';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DirectoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import { aFlatShare } from '../../../../testing/tenancy.js';

describe('the numbers that an import of a caisse gives', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;
  let property: DirectoryOnMongo['property'];

  beforeAll(async () => {
    mongo = await startMongo();
    directory = await directoryOnMongo(mongo.uri, FixedClock.at('2026-06-10T09:00:00Z'));
    property = directory.property;
  }, 60_000);
  beforeEach(() => aFlatShare(directory));
  afterAll(async () => {
    await directory.connection.close();
    await mongo.stop();
  });

  const lease = async () => (await property.files.find('a1', 'lease', ['lease']))[0];

  it('are set by one write, each once, and each says why it is not', async () => {
    const before = await lease();
    const given = (sharerId: string, cafNumber: string, leaseId = 'lease') => ({
      leaseId,
      sharerId,
      cafNumber,
    });
    const asked = [
      given('s1', '691000000000000042'),
      given('s2', '43'),
      given('s1', '44'),
      given('s9', '45'),
      given('', '46', 'gone'),
      given('', 'avec espace'),
      given('s2', '43'),
    ];
    const codes = [
      '',
      '',
      'CAF_NUMBER_ALREADY_SET',
      'SHARER_NOT_FOUND',
      'LEASE_NOT_FOUND',
      'INVALID_REQUEST',
      '',
    ];
    expect(await property.keepUp.setCafNumbers('a1', asked)).toEqual(codes);
    const after = await lease();
    expect(after).toMatchObject({
      version: (before?.version ?? 0) + 1,
      sharers: [{ cafNumber: '691000000000000042' }, { cafNumber: '43' }],
    });
    // Again, as after a crash: nothing is written. Another agency's leases are not there.
    expect(await property.keepUp.setCafNumbers('a1', asked)).toEqual(codes);
    expect((await lease())?.version).toBe(after?.version);
    expect(await property.keepUp.setCafNumbers('a2', [given('s1', '44')])).toEqual(['LEASE_NOT_FOUND']);
    const empty = { cafNumber: '', allocataireNumber: '', accountNumber: '' };
    const matches = await property.tenants.match('a1', [{ ...empty, cafNumber: '43' }]);
    expect(matches.map(({ sharerId }) => sharerId)).toEqual(['s2']);
  });
});
