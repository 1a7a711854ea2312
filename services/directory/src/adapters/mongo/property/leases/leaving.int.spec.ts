import { fromBinary } from '@bufbuild/protobuf';
import { FixedClock } from '@intervia/clock';
import {
  DepartureReason,
  NoticeGivenSchema,
  NoticeWithdrawnSchema,
  SharerEnteredSchema,
  TenantDepartedSchema,
} from '@intervia/contracts';
import type { MongoServer } from '@intervia/testing';
import { eventually, startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DirectoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import type { FlatSharer } from '../../../../domain/property/lease.js';
import type { Entry } from '../../../../domain/tenancy/enter.js';
import { aCommand, aLease, aPartyFile, aSharer, aStaged, on } from '../../../../testing/property-builders.js';
import { aDeparture, aFlatShare, aNotice, make, place, target } from '../../../../testing/tenancy.js';

describe('who leaves a unit', () => {
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

  const heard = (schema: { typeName: string }) =>
    eventually(async () => directory.heard.events.find(({ type }) => type === schema.typeName)?.data);
  const tenants = async () =>
    (await directory.getPlace.execute('a1', place)).people.flatMap(({ role, party }) =>
      role === 'tenant' ? [party.name] : [],
    );
  const lease = async (id = 'lease') => (await property.files.find('a1', 'lease', [id]))[0];

  it('gives a notice once, tells it, and takes it back', async () => {
    const command = aCommand({ commandId: 'n1', fingerprint: 'x' });
    await property.notices.give(command, target, aNotice());
    const again = await property.notices.give(command, target, aNotice());
    expect(again.notices).toHaveLength(1);
    const told = fromBinary(NoticeGivenSchema, await heard(NoticeGivenSchema));
    expect(told).toMatchObject({
      notice: { id: 'n1', reason: DepartureReason.TENANT_NOTICE, leavesOn: on('08-02') },
      tenant: {
        lease: { version: 2, entityId: 'e1' },
        party: { lastName: 'Diallo' },
        unit: { id: 'flat' },
        building: { address: { postalCode: '69006' } },
        account: { balanceCents: 87_000 },
        debtCents: 87_000,
        firstDefaultOn: on('03-01'),
      },
      actor: { name: 'Élodie Garnier' },
    });
    await expect(
      property.notices.give(aCommand({ commandId: 'n2' }), target, aNotice()),
    ).rejects.toMatchObject({ code: 'NOTICE_ALREADY_GIVEN' });
    await expect(
      property.notices.give({ ...command, fingerprint: 'y' }, target, aNotice()),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });

    const back = await property.notices.withdraw(aCommand({ commandId: 'w1' }), target, 'n1');
    expect(back.notices).toEqual([]);
    await heard(NoticeWithdrawnSchema);
  });

  it('lets the unit again from the end of a notice on, which then cannot be withdrawn', async () => {
    const next = (effectOn: string) => [
      aStaged('lease', aLease({ id: 'next', effectOn, accountId: 'tenant-account' })),
    ];
    expect(await property.stage.execute(aCommand({ commandId: 'x' }), next(on('08-02')))).toMatchObject([
      { code: 'UNIT_LET_MEANWHILE', params: { leaseId: 'lease' } },
    ]);
    await property.notices.give(aCommand({ commandId: 'n1' }), target, aNotice());
    expect(await property.stage.execute(aCommand({ commandId: 'x' }), next(on('08-01')))).toMatchObject([
      { code: 'UNIT_LET_MEANWHILE', params: { until: on('08-02') } },
    ]);
    await make(directory, 'x', next(on('08-02')));
    await expect(property.notices.withdraw(aCommand({ commandId: 'w' }), target, 'n1')).rejects.toMatchObject(
      { code: 'UNIT_LET_MEANWHILE', params: { leaseId: 'next' } },
    );
    expect((await lease())?.notices).toHaveLength(1);
  });

  it('records departures of several, each by itself; tickets no longer offer who is gone', async () => {
    expect(await tenants()).toEqual(['Awa Diallo', 'Zoé Colocataire 1', 'Zoé Colocataire 2']);
    const results = await property.departures.execute(aCommand({ commandId: 'd1' }), [
      { ...target, departure: aDeparture({ sharerId: 's1', reason: 'sharer-left' }) },
      { leaseId: 'nobody', version: 0, departure: aDeparture() },
      { ...target, departure: aDeparture({ leftOn: on('02-30') }) },
    ]);
    expect(results.map(({ code, field }) => `${code} ${field}`)).toEqual([
      ' ',
      'LEASE_NOT_FOUND ',
      'INVALID_DATE departure.leftOn',
    ]);
    expect(await tenants()).toEqual(['Awa Diallo', 'Zoé Colocataire 2']);
    const told = fromBinary(TenantDepartedSchema, await heard(TenantDepartedSchema));
    expect(told).toMatchObject({ sharersLeft: 1, departure: { sharerId: 's1', balanceCents: 87_000 } });
    expect((await lease())?.guarantors[0]?.until).toBe(on('02-01', 1));

    const rest = { ...target, departure: aDeparture() };
    await property.departures.execute(aCommand({ commandId: 'd2' }), [rest]);
    await property.departures.execute(aCommand({ commandId: 'd2' }), [rest]);
    expect(await tenants()).toEqual([]);
    const gone = await lease();
    expect(gone?.departures).toHaveLength(2);
    expect(gone?.leftOn).toBe(on('08-01'));
    const [unit] = await property.files.find('a1', 'unit', ['flat']);
    expect(unit).toMatchObject({ lastLeftOn: on('08-01'), lastRentCents: 80_000, tenantIds: [] });
  });

  describe('a flat-sharer who enters', () => {
    const entry = (overrides: Partial<FlatSharer> = {}, replacesSharerId = 's1'): Entry => ({
      sharer: aSharer({ id: 's3', partyId: 'sharer3', enteredOn: on('09-15'), shareBp: 0, ...overrides }),
      replacesSharerId,
      guarantors: [],
    });
    const party = (code = 'SHARER3') =>
      aStaged('party', aPartyFile({ id: 'sharer3', code, lastName: 'Nouvelle' }));
    const leave = (leftOn = on('08-01')) =>
      property.departures.execute(aCommand({ commandId: 'gone' }), [
        { ...target, departure: aDeparture({ sharerId: 's1', reason: 'sharer-left', leftOn }) },
      ]);
    const enter = (one = entry(), commandId = 'e1', staged = [party()]) =>
      property.entries.execute(aCommand({ commandId }), target, one, staged);

    it('takes the place and the share of who left, whose guarantor is free from then on', async () => {
      await leave();
      expect((await lease())?.guarantors[0]?.until).toBe(on('02-01', 1));
      const after = await enter();
      expect(after.sharers.at(-1)).toMatchObject({ id: 's3', shareBp: 5_000, replacesSharerId: 's1' });
      expect(after.guarantors[0]?.until).toBe(on('09-15'));
      expect(await tenants()).toEqual(['Awa Diallo', 'Zoé Colocataire 2', 'Zoé Nouvelle']);
      const told = fromBinary(SharerEnteredSchema, await heard(SharerEnteredSchema));
      expect(told).toMatchObject({
        replacedSharerId: 's1',
        sharersThere: 2,
        sharer: { id: 's3', partyId: 'sharer3' },
      });
    });

    it('may enter while the notice runs; the guarantor then answers until it ends', async () => {
      const notice = aNotice({ sharerId: 's1', receivedOn: on('07-01'), leavesOn: on('10-01') });
      await property.notices.give(aCommand({ commandId: 'n1' }), target, notice);
      const after = await enter();
      expect(after.guarantors[0]?.until).toBe(on('10-01'));
      await expect(
        property.notices.withdraw(aCommand({ commandId: 'w1' }), target, 'n1'),
      ).rejects.toMatchObject({ code: 'SHARER_REPLACED' });
      await leave(on('10-01'));
      expect((await lease())?.guarantors[0]?.until).toBe(on('10-01'));
    });

    it('enters once, however often the command comes, and after a crash before the lease', async () => {
      await leave();
      const leases = directory.connection.model('Lease');
      const update = leases.updateOne.bind(leases);
      leases.updateOne = () => {
        throw new Error('killed');
      };
      await expect(enter()).rejects.toThrow('killed');
      leases.updateOne = update;
      expect((await lease())?.sharers).toHaveLength(2);
      // Its code was computed otherwise the second time: the party that is there stays as it was.
      await enter(entry(), 'e1', [party('OTHER')]);
      await enter();
      expect((await lease())?.sharers.map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
      expect((await property.files.find('a1', 'party', ['sharer3']))[0]?.code).toBe('SHARER3');
    });

    it.each([
      ['of one who stays', entry(), 'SHARER_STAYS'],
      ['of nobody known', entry({}, 's9'), 'SHARER_NOT_FOUND'],
      ['who is there already', entry({ partyId: 'sharer2' }, ''), 'ALREADY_A_SHARER'],
      ['before the lease', entry({ enteredOn: on('01-01') }, ''), 'INVALID_REQUEST'],
      ['with more than what is left of the rent', entry({ shareBp: 1_000 }, ''), 'INVALID_REQUEST'],
    ])('is refused in the place %s, and makes nobody', async (_, one, code) => {
      await expect(enter(one)).rejects.toMatchObject({ code });
      expect(await property.files.find('a1', 'party', ['sharer3'])).toEqual([]);
    });

    it('takes no place that is taken', async () => {
      await leave();
      await enter();
      await expect(enter(entry({ id: 's4', partyId: 'sharer4' }), 'e2', [])).rejects.toMatchObject({
        code: 'SHARER_REPLACED',
      });
    });
  });

  it('tells the unit at the next boot when a crash came between lease and unit', async () => {
    const crash = new Error('killed');
    const units = directory.connection.model('Unit');
    const find = units.findOne.bind(units);
    units.findOne = () => {
      throw crash;
    };
    const gone = [{ ...target, departure: aDeparture() }];
    await expect(property.departures.execute(aCommand({ commandId: 'd1' }), gone)).rejects.toBe(crash);
    units.findOne = find;
    expect(await tenants()).toHaveLength(3);
    await property.finish.finish(0);
    expect(await tenants()).toEqual([]);
  });
});
