import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import type { DescMessage, Message } from '@bufbuild/protobuf';
import { SystemClock } from '@intervia/clock';
import {
  CafMessage,
  CafRunState,
  DropState,
  NoticeGivenSchema,
  NoticeWithdrawnSchema,
  TenantDepartedSchema,
} from '@intervia/contracts';
import type { CafFile, TenantFile } from '@intervia/contracts';
import { EventPublisher } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
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
