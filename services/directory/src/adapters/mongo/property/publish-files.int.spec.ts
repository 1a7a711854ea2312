import { FixedClock } from '@intervia/clock';
import { migrate } from '@intervia/mongo';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import type { PropertyFile } from '../../../domain/property/property-file.js';
import type { SaleFile } from '../../../domain/property/sale.js';
import { aPublication, aParty, anAgency } from '../../../testing/builders.js';
import type { DirectoryOnMongo } from '../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../testing/directory-on-mongo.js';
import {
  aCard,
  aFile,
  aLease,
  aMandateStaged,
  anAccount,
  anEntity,
  aPartyFile,
  aTenantStaged,
  on,
} from '../../../testing/property-builders.js';
import { DIRECTORY_MIGRATIONS } from '../migrations.js';

describe('files that LSC publishes', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;

  beforeAll(async () => {
    mongo = await startMongo();
    directory = await directoryOnMongo(mongo.uri, FixedClock.at('2026-06-10T09:00:00Z'));
  }, 60_000);
  beforeEach(async () => {
    await Promise.all(Object.values(directory.connection.models).map((model) => model.deleteMany({})));
  });
  afterAll(async () => {
    await directory.connection.close();
    await mongo.stop();
  });

  const all = (): PropertyFile[] => [...aMandateStaged(), ...aTenantStaged()].map(({ file }) => file);
  const publish = (files: PropertyFile[], more = {}) =>
    directory.publish.execute(
      aPublication({ agency: anAgency(), entities: [anEntity], cards: [aCard], files, ...more }),
    );
  const { lists } = { lists: () => directory.property.lists };
  const parties = async (search: string) =>
    (await lists().parties('a1', { search, accountKind: '', limit: 0, after: '' })).items;

  it('are there for tickets and for rental management, and the same again changes nothing', async () => {
    expect(await publish(all())).toBe(12);
    await publish(all());
    const { people } = await directory.getPlace.execute('a1', { buildingId: '', unitId: 'flat' });
    expect(people.map(({ party }) => party.name)).toEqual(['Zoé Lefèvre', 'Awa Diallo']);
    const tenant = await directory.property.tenants.get('a1', 'lease');
    expect(tenant).toMatchObject({
      party: { lastName: 'Diallo' },
      ownerAccount: { number: '467LEFEVRE' },
      unpaid: [{ id: 'call-1' }],
    });
    expect((await parties('diallo')).map(({ code }) => code)).toEqual(['DIALLO']);
  });

  it('bring what the agency owes, and what was paid', async () => {
    await publish(all());
    const [call] = all().filter(({ kind }) => kind === 'rentCall');
    await publish([
      aFile('account', anAccount({ balanceCents: -12_345 })),
      { ...call, record: { ...call?.record, paidCents: 87_000, settledOn: on('03-05') } } as PropertyFile,
    ]);
    expect((await directory.property.files.find('a1', 'account', ['owner-account']))[0]?.balanceCents).toBe(
      -12_345,
    );
    expect((await directory.property.tenants.get('a1', 'lease')).unpaid).toEqual([]);
  });

  it('are refused whole for one malformed, unknown or taken thing', async () => {
    await publish(all());
    const refused = async (files: PropertyFile[]) => {
      const error = await publish(files).then(
        () => undefined,
        (thrown: { fields: { field: string; code: string }[] }) => thrown,
      );
      expect(await parties('nouveau')).toEqual([]);
      return error?.fields.map(({ field, code }) => `${field} ${code}`);
    };
    const fresh = aFile('party', aPartyFile({ id: 'new', code: 'NOUVEAU', lastName: 'Nouveau' }));
    expect(await refused([fresh, aFile('lease', aLease({ id: 'l2', effectOn: on('02-30') }))])).toEqual([
      'leases.0.effectOn INVALID_DATE',
    ]);
    expect(
      await refused([fresh, aFile('account', anAccount({ id: 'x', number: '1', partyId: 'nobody' }))]),
    ).toEqual(['accounts.0.partyId UNKNOWN_RECORD']);
    expect(await refused([fresh, aFile('account', anAccount({ id: 'x' }))])).toEqual([
      'accounts.0.number KEY_TAKEN',
    ]);
    expect(await refused([fresh, aFile('lease', aLease({ id: 'l2', effectOn: on('01-01', 1) }))])).toEqual([
      'leases.0.unitId UNIT_LET_MEANWHILE',
    ]);
    // Nothing stays reserved of what was refused.
    await publish([fresh]);
    expect((await parties('nouveau')).map(({ id }) => id)).toEqual(['new']);
  });

  it('bring files of transactions, page by page, of a unit and an entity that are there', async () => {
    const sale = (id: string, signedOn: string, more: Partial<SaleFile> = {}): SaleFile => ({
      ...{ id, entityId: anEntity.id, unitId: 'flat', kind: 'compromis', signedOn, priceCents: 250_000_000 },
      ...more,
    });
    await publish(all(), {
      sales: [sale('s1', on('02-01')), sale('s2', on('03-01')), sale('s3', on('04-01'), { kind: 'deed' })],
    });
    const page = (after: string, signedFrom = '') =>
      directory.property.sales.page('a1', {
        ...{ entityId: anEntity.id, kind: 'compromis', signedFrom, limit: 1, after },
      });
    const first = await page('');
    expect(first.items).toEqual([sale('s1', on('02-01'))]);
    expect((await page(first.next)).items.map(({ id }) => id)).toEqual(['s2']);
    expect((await page('', on('02-15'))).items.map(({ id }) => id)).toEqual(['s2']);
    await expect(
      publish([], { sales: [sale('s4', on('02-01'), { unitId: 'nowhere', entityId: 'nobody' })] }),
    ).rejects.toMatchObject({
      fields: [
        { field: 'sales.0.entityId', code: 'UNKNOWN_RECORD' },
        { field: 'sales.0.unitId', code: 'UNKNOWN_RECORD' },
      ],
    });
  });

  it('finds by their words parties of before, and those that only tickets knew', async () => {
    const models = directory.connection.model('Party');
    await models.collection.insertOne({ agencyId: 'a1', ...aParty({ id: 'old', name: 'Ancien Tiers' }) });
    expect(await parties('ancien')).toEqual([]);
    await migrate(directory.connection.db as mongo.Db, DIRECTORY_MIGRATIONS);
    expect((await parties('ancien')).map(({ lastName }) => lastName)).toEqual(['Ancien Tiers']);
    await publish([], { parties: [aParty({ id: 'plain', name: 'Tiers Ordinaire' })] });
    expect((await parties('ordinaire')).map(({ id }) => id)).toEqual(['plain']);
  });

  it('turns every page, each file once', async () => {
    const many = Array.from({ length: 45 }, (_, at) =>
      aFile(
        'party',
        aPartyFile({ id: `p${String(at)}`, code: `P${String(at)}`, lastName: 'Même', firstName: 'Nom' }),
      ),
    );
    await publish(many);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await lists().parties('a1', { search: 'même', accountKind: '', limit: 20, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
      if (!after) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
  });
});
