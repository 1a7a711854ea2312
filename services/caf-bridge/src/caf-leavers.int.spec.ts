import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import type { DescMessage, Message } from '@bufbuild/protobuf';
import { SystemClock } from '@intervia/clock';
import {
  CafMessage,
  CafPrivacyService,
  CafRunState,
  DropState,
  NoticeGivenSchema,
  NoticeWithdrawnSchema,
  TenantDepartedSchema,
} from '@intervia/contracts';
import type { CafFile, TenantFile } from '@intervia/contracts';
import { BusClient, EventPublisher } from '@intervia/messaging';
import { STRUCK_OUT } from '@intervia/rules';
import { eventually } from '@intervia/testing';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ScanHandler } from './application/legal/scan.handler.js';
import { CONSTITUTED, DEPARTURE, NOTICE, UNPAID } from './samples/days.js';
import { readIndependently } from './samples/independent-parser.js';
import { aTenantFile } from './testing/fake-directory.js';
import { AGENCY, House, SCOPE, caller, context } from './testing/house.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
  await house.configure();
}, 60_000);
afterAll(() => house?.close());
beforeEach(() => house.directory.tenants.clear());

const { CAF32, CAF42 } = CafMessage;

const run = async (message: CafMessage) =>
  (await house.caf.startRun({ context: context(), scope: { ...SCOPE, message } })).run!;

const dropped = (file: CafFile | undefined) => readFile(house.pickup(file?.name));

describe('departures', () => {
  async function tell(schema: DescMessage, message: Message, leaseId: string, id: string = randomUUID()) {
    const event = { agencyId: AGENCY, aggregateId: leaseId, schema, message };
    await house.app.get(EventPublisher).publish({ id, occurredAt: new SystemClock().now(), ...event });
  }
  const given = (tenant: TenantFile) =>
    tell(NoticeGivenSchema, create(NoticeGivenSchema, { tenant, notice: NOTICE }), tenant.lease!.id);
  const withdrawn = (tenant: TenantFile) =>
    tell(NoticeWithdrawnSchema, create(NoticeWithdrawnSchema, { tenant, notice: NOTICE }), tenant.lease!.id);
  const left = (tenant: TenantFile, id?: string) =>
    tell(
      TenantDepartedSchema,
      create(TenantDepartedSchema, { tenant, departure: DEPARTURE }),
      tenant.lease!.id,
      id,
    );
  const sent = (leaseId: string, count: number) =>
    eventually(
      async () => {
        const { radiations } = await house.caf.listRadiations({ caller: caller(), limit: 100 });
        const own = radiations.filter((one) => one.leaseId === leaseId && one.state === 'SENT');
        const { files } = await house.caf.listFiles({ caller: caller(), message: CAF42, limit: 100 });
        const all = files.every(({ state }) => state === DropState.DROPPED);
        return all && own.length === count ? own.reverse() : undefined;
      },
      { timeoutMs: 20_000 },
    );

  it('of several are one file, and one event told three times is one record', async () => {
    const tenants = ['gone1', 'gone2'].map((id) => house.directory.put(aTenantFile(id)));
    const id = randomUUID();
    await Promise.all([
      left(tenants[0]!, id),
      left(tenants[0]!, id),
      left(tenants[0]!, id),
      left(tenants[1]!),
    ]);
    const [first] = await sent('gone1', 1);
    const [second] = await sent('gone2', 1);
    expect(second?.fileName).toBe(first?.fileName);
    const read = readIndependently(await readFile(house.pickup(first?.fileName)));
    expect(read.breaches).toEqual([]);
    expect(
      read.details.map(({ unique, nature, departure: day, balance }) => [unique, nature, day, balance]),
    ).toEqual([
      ['CAF-GONE1', 'D', '20261130', '000001234'],
      ['CAF-GONE2', 'D', '20261130', '000001234'],
    ]);
    await left(tenants[0]!);
    await sent('gone1', 1);
  });

  it('send P at the notice, A when it is withdrawn and D at the departure, where the option is ticked', async () => {
    await house.configure({ noticeSendsP: true });
    const tenant = house.directory.put(aTenantFile('option'));
    await given(tenant);
    await sent('option', 1);
    await withdrawn(tenant);
    await sent('option', 2);
    await left(tenant);
    const all = await sent('option', 3);
    const records = await Promise.all(
      all.map(async ({ fileName }) => readIndependently(await readFile(house.pickup(fileName))).details[0]),
    );
    expect(records.map((record) => [record?.['nature'], record?.['departure']])).toEqual([
      ['P', '00000000'],
      ['A', '00000000'],
      ['D', '20261130'],
    ]);
    await house.configure({ noticeSendsP: false });
  });

  it('of a tenant without number are told as held back, and go once it is there', async () => {
    const tenant = house.directory.put(aTenantFile('late', { cafNumber: '' }));
    await left(tenant);
    const held = await eventually(
      async () => {
        const { radiations } = await house.caf.listRadiations({ caller: caller(), limit: 100 });
        return radiations.find((one) => one.leaseId === 'late' && one.state === 'EXCLUDED');
      },
      { timeoutMs: 20_000 },
    );
    expect(held.why).toBe('NO_UNIQUE_NUMBER');
    house.directory.get('late').lease!.cafNumber = 'CAF-late';
    const made = await run(CAF42);
    expect(made).toMatchObject({ state: CafRunState.DONE, included: 1 });
  });
});

describe('somebody who asks to be erased', () => {
  const person = { names: ['Mme Hélène Durand'] };

  it('is struck out of what was told, by the leases that are theirs, and not out of what is still due', async () => {
    // The day's look at all tenants closes what is due from leases that it does not find: it is over before these are there.
    await house.app.get(ScanHandler, { strict: false }).execute(AGENCY);
    const names = { lastName: 'DURAND', firstName: 'Hélène' };
    for (const leaseId of ['erased', 'namesake']) {
      const leaving = { leaseId, sharerId: '', noticeId: '', newAddress: { line: '3 rue Bleue' } };
      await collection('radiations').insertOne({
        ...{ _id: leaseId, agencyId: AGENCY, entityId: 'ent-1', name: 'Hélène Durand', nature: 'D' },
        ...{ leaving, state: 'SENT', recordedAt: new Date(0), seq: 0, occupantId: leaseId },
      } as never);
      await collection('memory').insertOne({
        _id: leaseId,
        agencyId: AGENCY,
        tenant: tenantOf(leaseId),
      } as never);
    }
    await collection('legal_cases').insertOne({
      ...{ _id: 'due', agencyId: AGENCY, leaseId: 'erased', name: 'Hélène Durand', debtCents: 100 },
    } as never);
    for (const postingId of ['', 'posted']) {
      await collection('statement_lines').insertOne({
        ...{ _id: `line-${postingId}`, agencyId: AGENCY, statementId: 's', number: postingId.length },
        ...{ ...names, allocataire: '0123456', postingId, tenant: tenantOf('erased') },
      } as never);
    }
    const asked = { caller: caller(), person, leaseIds: ['erased'] };
    const { recordsJson } = await privacy().exportPersonFromCaf(asked);
    expect(recordsJson.map((json) => (JSON.parse(json) as { kind: string }).kind)).toEqual([
      ...['caf-departure', 'caf-debt', 'caf-payment', 'caf-payment', 'caf-remembered-match'],
    ]);
    expect(await privacy().erasePersonFromCaf(asked)).toMatchObject({ records: 3, recordsKept: 2 });
    expect(await collection('radiations').findOne({ _id: 'erased' as never })).toMatchObject({
      name: STRUCK_OUT,
      leaving: { newAddress: { line: '' } },
    });
    expect(await collection('statement_lines').findOne({ _id: 'line-' as never })).toMatchObject({
      ...{ lastName: STRUCK_OUT, firstName: '', allocataire: '' },
    });
    // Books are kept, and what is owed is.
    expect(await collection('statement_lines').findOne({ _id: 'line-posted' as never })).toMatchObject(names);
    expect(await collection('legal_cases').findOne({ _id: 'due' as never })).toMatchObject({
      name: 'Hélène Durand',
    });
    expect(await collection('radiations').findOne({ _id: 'namesake' as never })).toMatchObject({
      name: 'Hélène Durand',
    });
    expect(await collection('memory').distinct('_id')).toEqual(['namesake']);
    expect(await privacy().erasePersonFromCaf(asked)).toMatchObject({ records: 0, recordsKept: 2 });
    const elsewhere = { ...asked, caller: caller('bellecour') };
    expect(await privacy().erasePersonFromCaf(elsewhere)).toMatchObject({ records: 0, recordsKept: 0 });
    for (const name of ['radiations', 'memory', 'legal_cases', 'statement_lines'])
      await collection(name).deleteMany({});
  });

  const tenantOf = (leaseId: string) => ({ leaseId, name: 'DURAND Hélène' });
  const privacy = () => house.app.get(BusClient).service(CafPrivacyService);
  const collection = (name: string) => house.app.get<Connection>(getConnectionToken()).collection(name);
});

describe('unpaid rents', () => {
  it('are reported by the file, with the rule; the legal list counts down and keeps the proof', async () => {
    house.directory.put(aTenantFile('debtor', {}, UNPAID));
    const list = await house.caf.listLegalCases({ caller: caller(), refresh: true });
    expect(list.cases).toEqual([
      expect.objectContaining({
        ...{
          account: '411DEBTOR',
          rule: 1,
          ...CONSTITUTED,
          reportedOn: '',
        },
        ...{ debtCents: 192_000n, thresholdCents: 96_000n, months: 4 },
      }),
    ]);
    const { file } = await run(CAF32);
    expect(readIndependently(await dropped(file)).details).toEqual([
      expect.objectContaining({ unique: 'CAF-DEBTOR', rule: '1', debt: '000192000', months: '04' }),
    ]);
    const [reported] = (await house.caf.listLegalCases({ caller: caller() })).cases;
    expect(reported).toMatchObject({
      reportedHow: 'CAF32',
      fileId: file?.id,
      proof: { sha256: file?.document?.sha256 },
    });
    house.directory.get('debtor').unpaid = [];
    expect((await house.caf.listLegalCases({ caller: caller(), refresh: true })).cases).toEqual([]);
    expect((await house.caf.listLegalCases({ caller: caller(), cleared: true })).cases).toHaveLength(1);
  });
});
