import { fromBinary } from '@bufbuild/protobuf';
import { FixedClock } from '@intervia/clock';
import { PropertyFileSavedSchema } from '@intervia/contracts';
import type { MongoServer } from '@intervia/testing';
import { eventually, startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aBuilding, aPublication, aUnit, anAgency } from '../../../../testing/builders.js';
import type { DirectoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import {
  aCard,
  aCommand,
  aMandate,
  aMandateStaged,
  anAccount,
  anEntity,
  aPartyFile,
  aStaged,
  aTenantStaged,
  aUnitFile,
  on,
} from '../../../../testing/property-builders.js';
import { KEY_CLAIM } from './key-claim.schema.js';

const place = { buildingId: '', unitId: 'flat' };
const page = { search: '', limit: 0, after: '' };
const unitsAsked = { ...page, choice: '' as const, buildingId: '', mandateId: '', ownerId: '' };
const leasesAsked = { ...page, unitId: '', accountId: '', entityId: '', partyId: '', presentOnly: false };

describe('files made in one go', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;
  let property: DirectoryOnMongo['property'];

  beforeAll(async () => {
    mongo = await startMongo();
    directory = await directoryOnMongo(mongo.uri, FixedClock.at('2026-03-02T09:00:00Z'));
    property = directory.property;
  }, 60_000);
  beforeEach(async () => {
    await Promise.all(Object.values(directory.connection.models).map((model) => model.deleteMany({})));
    directory.heard.events.splice(0);
    for (const id of ['a1', 'a2'])
      await directory.publish.execute(
        aPublication({ agencyId: id, agency: anAgency({ id }), entities: [anEntity], cards: [aCard] }),
      );
  });
  afterAll(async () => {
    await directory.connection.close();
    await mongo.stop();
  });

  const make = async (commandId: string, staged: ReturnType<typeof aMandateStaged>, agencyId = 'a1') => {
    expect(await property.stage.execute(aCommand({ commandId, agencyId }), staged)).toEqual([]);
    await property.confirm.execute({ agencyId, commandId });
  };

  /** Every read by which a file could be seen. */
  async function seen(agencyId = 'a1') {
    const asker = { agencyId };
    const [buildings, units, parties, accounts, mandates, unitFiles, leases] = await Promise.all([
      directory.listBuildings.execute(asker, { module: undefined, search: '', limit: 0 }),
      directory.listUnits.execute(asker, { buildingId: '', search: '', limit: 0 }),
      property.lists.parties(agencyId, { ...page, accountKind: '' }),
      property.lists.accounts(agencyId, { ...page, kind: '', entityId: '', partyId: '' }),
      property.lists.mandates(agencyId, { ...page, activeOn: '', accountId: '' }),
      property.lists.units(agencyId, unitsAsked),
      property.lists.leases(agencyId, leasesAsked),
    ]);
    return {
      buildings: buildings.buildings.map(({ id }) => id),
      units: units.map(({ unit }) => unit.id),
      parties: parties.items.map(({ id }) => id),
      accounts: accounts.items.map(({ id }) => id),
      mandates: mandates.items.map(({ mandate }) => mandate.id),
      unitFiles: unitFiles.items.map(({ unit }) => unit.id),
      leases: leases.items.map(({ lease }) => lease.id),
    };
  }
  const NOTHING = {
    buildings: [],
    units: [],
    parties: [],
    accounts: [],
    mandates: [],
    unitFiles: [],
    leases: [],
  };

  it('shows nothing of what is staged, and all of it once confirmed', async () => {
    expect(await property.stage.execute(aCommand(), aMandateStaged())).toEqual([]);
    expect(await seen()).toEqual(NOTHING);
    await expect(directory.getPlace.execute('a1', place)).rejects.toMatchObject({ code: 'PLACE_NOT_FOUND' });

    await property.confirm.execute({ agencyId: 'a1', commandId: 'c1' });
    expect(await seen()).toEqual({
      buildings: ['house'],
      units: ['flat'],
      parties: ['owner'],
      accounts: ['owner-account'],
      mandates: ['mandate'],
      unitFiles: ['flat'],
      leases: [],
    });
    expect(await seen('a2')).toEqual(NOTHING);
  });

  it('offers the owner and the tenant of a new unit to whoever opens a ticket', async () => {
    await make('c1', aMandateStaged());
    await make('c2', aTenantStaged());
    const { people, unit } = await directory.getPlace.execute('a1', place);
    expect(unit?.label).toBe('Appartement 12, 3e étage');
    expect(people.map(({ role, party }) => `${role} ${party.name}`)).toEqual([
      'owner Zoé Lefèvre',
      'tenant Awa Diallo',
    ]);
    const found = await directory.listUnits.execute(
      { agencyId: 'a1' },
      { buildingId: '', search: 'diallo', limit: 0 },
    );
    expect(found.map(({ tenantNames }) => tenantNames)).toEqual(['Awa Diallo']);
  });

  it('tells each file once, and posts the first rent call to the account once', async () => {
    await make('c1', aMandateStaged());
    await make('c2', aTenantStaged());
    await property.confirm.execute({ agencyId: 'a1', commandId: 'c2' });
    const told = await eventually(async () => {
      const saved = directory.heard.events.filter(({ type }) => type === PropertyFileSavedSchema.typeName);
      return saved.length >= 9 ? saved : undefined;
    });
    const files = told.map(({ data }) => fromBinary(PropertyFileSavedSchema, data));
    expect(files.map(({ file }) => file?.file.case)).toEqual([
      'party',
      'account',
      'building',
      'mandate',
      'unit',
      'party',
      'account',
      'lease',
      'rentCall',
    ]);
    expect(files.every(({ created }) => created)).toBe(true);
    expect(files[7]?.file?.file.value).toMatchObject({ partyId: 'tenant', entityId: 'e1', version: 1 });
    const [account] = await property.files.find('a1', 'account', ['tenant-account']);
    expect(account?.balanceCents).toBe(87_000);
  });

  it('refuses what is taken or unknown, with the place of each, and leaves nothing behind', async () => {
    await make('c1', aMandateStaged());
    const staged = [
      aStaged('party', aPartyFile({ id: 'other', code: 'lefevre' })),
      aStaged('account', anAccount({ id: 'other-account', partyId: 'nobody', number: '467NEW' })),
      aStaged('mandate', aMandate({ id: 'other-mandate', accountId: 'other-account' })),
      aStaged('unit', aUnitFile({ id: 'other-unit', physicalCode: 'NEW', mandateId: 'other-mandate' })),
    ];
    const faults = await property.stage.execute(aCommand({ commandId: 'c2' }), staged);
    expect(faults.map(({ field, code }) => `${field} ${code}`).toSorted()).toEqual([
      'files.0.party.code KEY_TAKEN',
      'files.1.account.partyId UNKNOWN_RECORD',
      'files.2.mandate.number KEY_TAKEN',
      'files.3.unit.managementCode KEY_TAKEN',
    ]);
    const code = faults.find(({ field }) => field === 'files.0.party.code');
    expect(code?.params).toEqual({ value: 'LEFEVRE', holderId: 'owner' });
    // Corrected, under the same command; the number that was refused beside others is free.
    await make('c2', [aStaged('party', aPartyFile({ id: 'other', code: 'LEFEVRE2' }))]);
    await make('c3', [aStaged('account', anAccount({ id: 'third', number: '467NEW' }))]);
  });

  it('keeps a reserved code from others until it is discarded', async () => {
    await property.stage.execute(aCommand(), aMandateStaged());
    const rival = [aStaged('party', aPartyFile({ id: 'rival' }))];
    expect(await property.stage.execute(aCommand({ commandId: 'c2' }), rival)).toMatchObject([
      { field: 'files.0.party.code', code: 'KEY_TAKEN' },
    ]);
    await property.discard.execute({ agencyId: 'a1', commandId: 'c1' });
    expect(await property.stage.execute(aCommand({ commandId: 'c2' }), rival)).toEqual([]);
    await expect(property.stage.execute(aCommand(), aMandateStaged())).rejects.toMatchObject({
      code: 'COMMAND_DISCARDED',
    });
    await property.confirm.execute({ agencyId: 'a1', commandId: 'c2' });
    await expect(property.discard.execute({ agencyId: 'a1', commandId: 'c2' })).rejects.toMatchObject({
      code: 'STAGING_CONFIRMED',
    });
  });

  it('gives a code to one of many who ask at the same time', async () => {
    const asked = Array.from({ length: 20 }, (_, at) =>
      property.stage.execute(aCommand({ commandId: `r${String(at)}` }), [
        aStaged('party', aPartyFile({ id: `p${String(at)}` })),
      ]),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((faults) => faults.length === 0)).toHaveLength(1);
    // The same code in another agency is another code.
    expect(
      await property.stage.execute(aCommand({ agencyId: 'a2' }), [aStaged('party', aPartyFile())]),
    ).toEqual([]);
  });

  it('has a code only once it stands under its name, whoever frees it meanwhile', async () => {
    const claim = (holderId: string) =>
      property.claims.claim('a1', holderId, [
        { key: { kind: 'party-code', scope: '', value: 'LEFEVRE' }, holderId },
      ]);
    expect(await claim('first')).toEqual([]);
    // The second is refused the code, and looks who has it just after the first gave it back.
    const model = directory.connection.model(KEY_CLAIM);
    const find = model.find.bind(model);
    const looks = jest.spyOn(model, 'find').mockImplementationOnce((...asked) => {
      const query = find(...asked);
      const exec = query.exec.bind(query);
      query.exec = async () => {
        await property.claims.release('a1', 'first');
        return exec();
      };
      return query;
    });
    expect(await claim('second')).toEqual([]);
    looks.mockRestore();
    expect(await claim('third')).toMatchObject([{ holderId: 'second' }]);
  });

  it('never lets a unit twice for the same days, however many try', async () => {
    await make('c1', aMandateStaged());
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => {
        const [party, account, lease] = aTenantStaged({ id: `lease${String(at)}` });
        const files = [party, account, lease].map((one, place) => ({
          ...one,
          file: {
            ...one?.file,
            record: {
              ...one?.file.record,
              ...(place === 0 ? { id: `t${String(at)}`, code: `T${String(at)}` } : {}),
              ...(place === 1
                ? { id: `ta${String(at)}`, number: `411${String(at)}`, partyId: `t${String(at)}` }
                : {}),
              ...(place === 2 ? { accountId: `ta${String(at)}` } : {}),
            },
          },
        })) as ReturnType<typeof aTenantStaged>;
        return property.stage.execute(aCommand({ commandId: `t${String(at)}` }), files);
      }),
    );
    expect(answers.filter((faults) => faults.length === 0)).toHaveLength(1);
    expect(answers.flat().every(({ code }) => code === 'UNIT_LET_MEANWHILE')).toBe(true);
  });

  it('takes a unit over from the syndic, which nobody edits, and only under one mandate', async () => {
    await directory.publish.execute(
      aPublication({ buildings: [aBuilding()], units: [aUnit({ id: 'lot' })] }),
    );
    const [party, account, mandate] = aMandateStaged();
    const lot = aUnitFile({ id: 'lot', mandateId: 'mandate', floor: '9' });
    const files = [party, account, mandate] as ReturnType<typeof aMandateStaged>;
    expect(
      await property.stage.execute(aCommand(), [...files, aStaged('unit', lot, ['mandateId', 'floor'])]),
    ).toEqual([{ field: 'files.3.unit.floor', code: 'FIELD_LOCKED' }]);
    const choices = { ...unitsAsked, choice: 'from-syndic' as const };
    expect((await property.lists.units('a1', choices)).items.map(({ unit }) => unit.id)).toEqual(['lot']);
    await make('c1', [...files, aStaged('unit', lot, ['mandateId'])]);
    expect((await property.lists.units('a1', choices)).items).toEqual([]);
    const lettable = await property.lists.units('a1', { ...unitsAsked, choice: 'lettable' });
    expect(lettable.items.map(({ unit, ownerName }) => [unit.id, ownerName])).toEqual([
      ['lot', 'Zoé Lefèvre'],
    ]);

    const rival = [
      aStaged('mandate', aMandate({ id: 'rival', number: '2' })),
      aStaged('unit', { ...lot, mandateId: 'rival' }, ['mandateId']),
    ];
    expect(await property.stage.execute(aCommand({ commandId: 'c2' }), rival)).toMatchObject([
      { field: 'files.1.unit.mandateId', code: 'UNIT_UNDER_MANDATE', params: { mandateId: 'mandate' } },
    ]);
  });

  it('ends at the next boot what a crash left between the point of no return and the end', async () => {
    await property.stage.execute(aCommand(), aMandateStaged());
    const staging = await property.stagings.find({ agencyId: 'a1', commandId: 'c1' });
    await property.stagings.confirming({ agencyId: 'a1', commandId: 'c1' }, staging?.files ?? []);
    expect(await seen()).toEqual(NOTHING);
    await expect(property.discard.execute({ agencyId: 'a1', commandId: 'c1' })).rejects.toMatchObject({
      code: 'STAGING_CONFIRMED',
    });
    await property.finish.finish(0);
    expect((await seen()).mandates).toEqual(['mandate']);
    expect(await property.discard.stateOf({ agencyId: 'a1', commandId: 'c1' })).toBe('confirmed');
  });

  it('completes an existing party once, and tells who was faster', async () => {
    await make('c1', aMandateStaged());
    const seenBefore = aPartyFile({ version: 1, profession: 'Boulangère' });
    const edit = aStaged('party', seenBefore, ['profession']);
    await make('c2', [edit]);
    await property.confirm.execute({ agencyId: 'a1', commandId: 'c2' });
    expect((await property.files.find('a1', 'party', ['owner']))[0]).toMatchObject({
      version: 2,
      profession: 'Boulangère',
      lastName: 'Lefèvre',
    });
    const late = aStaged('party', { ...seenBefore, employer: 'Moi' }, ['employer']);
    expect(await property.stage.execute(aCommand({ commandId: 'c3' }), [late])).toMatchObject([
      { field: 'files.0.party.version', code: 'VERSION_CONFLICT' },
    ]);
  });

  it('takes the number of the register at the confirmation', async () => {
    const [party, account, , building, unit] = aMandateStaged() as [never, never, never, never, never];
    const open = aStaged('mandate', aMandate({ number: '' }));
    expect(await property.stage.execute(aCommand(), [party, account, open, building, unit])).toEqual([]);
    await property.confirm.execute({ agencyId: 'a1', commandId: 'c1' }, { mandate: '17' });
    const [row] = (await property.lists.mandates('a1', { ...page, activeOn: on('03-02'), accountId: '' }))
      .items;
    expect(row).toMatchObject({ mandate: { number: '17' }, ownerName: 'Zoé Lefèvre' });
    expect(
      await property.claims.find('a1', [{ kind: 'mandate-number', scope: 'k1/g', value: '17' }]),
    ).toMatchObject([{ holderId: 'mandate', reserved: false }]);
  });
});
