import { fromBinary } from '@bufbuild/protobuf';
import { FixedClock } from '@intervia/clock';
import {
  DepartureReason,
  NoticeGivenSchema,
  NoticeWithdrawnSchema,
  TenantDepartedSchema,
} from '@intervia/contracts';
import type { MongoServer } from '@intervia/testing';
import { eventually, startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DirectoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import { aCommand, aLease, aStaged, on } from '../../../../testing/property-builders.js';
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
