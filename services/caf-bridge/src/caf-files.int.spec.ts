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
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { NAMES } from './adapters/mongo/schemas.js';
import type { FileDoc } from './adapters/mongo/schemas.js';
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

const { CAF12, CAF32, CAF42 } = CafMessage;

const run = async (message: CafMessage, changes: { dry?: boolean; id?: string } = {}) => {
  const answer = await house.caf.startRun({
    ...{ context: context(changes.id), scope: { ...SCOPE, message }, dry: changes.dry ?? false },
  });
  return answer.run!;
};

const dropped = (file: CafFile | undefined) => readFile(house.pickup(file?.name));
const docs = () => house.app.get<Model<FileDoc>>(getModelToken(NAMES.files));

const aSharedFlat = (id: string) => {
  const sharer = (name: string) => ({
    ...{ id: `${id}-${name}`, partyId: `p-${name}`, shareBp: 5000, cafNumber: `CAF-${name.toUpperCase()}` },
    aid: { kind: 2, fund: 1, organisme: '075', amountCents: 10_000 },
  });
  return {
    ...aTenantFile(id, {
      aid: undefined,
      calledFrom: '',
      flatShare: true,
      sharers: [sharer('a'), sharer('b')],
    }),
    sharerParties: [
      { id: 'p-a', lastName: 'Aubert' },
      { id: 'p-b', lastName: 'Bernard' },
    ],
  };
};

describe('July rents', () => {
  it('go to the pickup folder whole, with a number, a journal line and their checksums', async () => {
    for (const id of ['one', 'two', 'three']) house.directory.put(aTenantFile(id));
    const { state, file, included } = await run(CAF12);
    expect({ state, included }).toEqual({ state: CafRunState.DONE, included: 3 });
    const bytes = await dropped(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.document?.sha256);
    expect(file).toMatchObject({
      ...{
        state: DropState.DROPPED,
        details: 3,
        createdBy: 'Claire Moreau',
        total1Cents: 195_000n,
        total2Cents: 24_000n,
      },
      name: expect.stringMatching(/^CAF12 -075_12345_\d{8}_0*\d+\.txt$/) as unknown as string,
    });
    const read = readIndependently(bytes);
    expect(read.breaches).toEqual([]);
    expect(read.details.map(({ unique }) => unique)).toEqual(['CAF-ONE', 'CAF-TWO', 'CAF-THREE']);
    expect((await readdir(house.pickup())).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('are blocked whole by a sharer without any date; every fault is told, and the number is not used up', async () => {
    house.directory.put(aTenantFile('one'));
    house.directory.put(aSharedFlat('coloc'));
    const before = await docs().countDocuments({ agencyId: AGENCY });
    const blocked = await run(CAF12);
    expect(blocked).toMatchObject({ state: CafRunState.BLOCKED, faultCount: 2 });
    expect(blocked.faults.map(({ code, name, account, leaseId }) => [code, name, account, leaseId])).toEqual([
      ['ENTRY_DATE_MISSING', 'Aubert', '411COLOC', 'coloc'],
      ['ENTRY_DATE_MISSING', 'Bernard', '411COLOC', 'coloc'],
    ]);
    expect(await docs().countDocuments({ agencyId: AGENCY })).toBe(before);
    house.directory.get('coloc').lease!.calledFrom = '2025-01-01';
    const { file } = await run(CAF12);
    expect(readIndependently(await dropped(file)).details.map(({ entry }) => entry)).toEqual([
      ...['20240901', '20250101', '20250101'],
    ]);
  });

  it('explain every row: in or out, why, and by which lines', async () => {
    house.directory.put(aTenantFile('in'));
    house.directory.put(aTenantFile('numberless', { cafNumber: '' }));
    house.directory.put(aTenantFile('msa', { aid: { kind: 1, fund: 2, organisme: '775' } }));
    const answer = await house.caf.previewRows({ caller: caller(), scope: { ...SCOPE, message: CAF12 } });
    expect(answer.rows.map(({ name, exclusion }) => [name, exclusion])).toEqual([
      ['Zoé Nomin', ''],
      ['Zoé Nomnumberless', 'NO_UNIQUE_NUMBER'],
      ['Zoé Nommsa', 'MSA'],
    ]);
    expect(answer.rows[0]?.lines.map(({ label, counted }) => [label, counted])).toEqual([
      ['Loyer', 'RENT'],
      ['Charges', 'CHARGES'],
    ]);
  });

  it('are numbered without a gap, also when asked for side by side and twice with one command', async () => {
    house.directory.put(aTenantFile('one'));
    const id = randomUUID();
    const runs = await Promise.all([run(CAF12, { id }), run(CAF12, { id }), run(CAF12), run(CAF12)]);
    expect(new Set(runs.map(({ file }) => file?.number)).size).toBe(3);
    const { files } = await house.caf.listFiles({ caller: caller(), message: CAF12, limit: 100 });
    const numbers = files.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('are made again under a new number; the old file stays', async () => {
    house.directory.put(aTenantFile('one'));
    const first = (await run(CAF12)).file!;
    const again = (await house.caf.regenerateFile({ context: context(), fileId: first.id })).run!.file!;
    expect(again).toMatchObject({ number: first.number + 1, regeneratedFrom: first.id });
    expect(await dropped(first)).not.toEqual(await dropped(again));
  });

  it('of another agency do not exist', async () => {
    const { files } = await house.caf.listFiles({ caller: caller('roses'), limit: 100 });
    expect(files).toEqual([]);
    const scope = { ...SCOPE, message: CAF12 };
    await expect(house.caf.startRun({ context: context(undefined, 'roses'), scope })).rejects.toMatchObject({
      code: 'CAF_SETTINGS_MISSING',
    });
  });
});

describe('a pickup folder', () => {
  const later = (id: string) => docs().updateOne({ _id: id }, { $set: { nextTryAt: new Date(0) } });

  it('that is gone keeps the file, tells it, and gets it when it is back', async () => {
    house.directory.put(aTenantFile('one'));
    await rm(house.pickup(), { recursive: true });
    const { file } = await run(CAF12);
    expect(file).toMatchObject({ state: DropState.WAITING, lastError: 'FOLDER_GONE', attempts: 1 });
    await mkdir(house.pickup(), { recursive: true });
    const answer = await house.caf.dropFile({ context: context(), fileId: file!.id });
    expect(answer.file).toMatchObject({ state: DropState.DROPPED, lastError: '' });
    expect(readIndependently(await dropped(answer.file)).breaches).toEqual([]);
  });

  it('gets the whole file after a kill between the part and its name', async () => {
    house.directory.put(aTenantFile('one'));
    const { file } = await run(CAF12);
    const bytes = await dropped(file);
    await rm(house.pickup(file?.name));
    await writeFile(house.pickup(`${file?.name}.part`), bytes);
    await docs().updateOne({ _id: file?.id }, { $set: { state: 'RENAMING' } });
    await later(file!.id);
    await house.app.close();
    await house.boot();
    await eventually(async () =>
      (await docs().exists({ _id: file?.id, state: 'DROPPED' })) ? true : undefined,
    );
    expect(await dropped(file)).toEqual(bytes);
    expect((await readdir(house.pickup())).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('does not get a file twice that the partner fetched before the journal knew', async () => {
    house.directory.put(aTenantFile('one'));
    const { file } = await run(CAF12);
    await rm(house.pickup(file?.name));
    await docs().updateOne({ _id: file?.id }, { $set: { state: 'RENAMING' } });
    await house.caf.dropFile({ context: context(), fileId: file!.id });
    expect(await readdir(house.pickup())).not.toContain(file?.name);
    expect(await docs().findById(file?.id).lean()).toMatchObject({ state: 'DROPPED' });
  });

  it('gets nothing half-written: a part of an earlier try is written anew', async () => {
    house.directory.put(aTenantFile('one'));
    await rm(house.pickup(), { recursive: true });
    const { file } = await run(CAF12);
    await mkdir(house.pickup(), { recursive: true });
    await writeFile(house.pickup(`${file?.name}.part`), 'half of it');
    await house.caf.dropFile({ context: context(), fileId: file!.id });
    expect(readIndependently(await dropped(file)).breaches).toEqual([]);
  });

  it('lies below the agency’s own folder, whatever is typed', async () => {
    const station = { id: 'poste-9', name: 'Ailleurs', pickupFolder: '../../etc', statementsFolder: '' };
    await expect(house.caf.saveStation({ context: context(), station })).rejects.toMatchObject({
      ...{ code: 'CAF_SETTINGS_INVALID', fields: [{ field: 'pickupFolder', code: 'SETTING_INVALID' }] },
    });
  });
});

describe('departures', () => {
  async function tell(schema: DescMessage, message: Message, leaseId: string, id: string = randomUUID()) {
    const event = { agencyId: AGENCY, aggregateId: leaseId, schema, message };
    await house.app.get(EventPublisher).publish({ id, occurredAt: new SystemClock().now(), ...event });
  }
  const notice = { id: 'n1', reason: 1, receivedOn: '2026-09-01', leavesOn: '2026-12-01' };
  const departure = {
    ...{ id: 'd1', reason: 1, leftOn: '2026-11-30', lastMonthPaid: true, balanceCents: 1234, noticeId: 'n1' },
    ...{ noticeReceivedOn: '2026-09-01', noticeEndsOn: '2026-12-01' },
    newAddress: { line: '1 rue Neuve', postalCode: '69001', city: 'Lyon' },
  };
  const given = (tenant: TenantFile) =>
    tell(NoticeGivenSchema, create(NoticeGivenSchema, { tenant, notice }), tenant.lease!.id);
  const withdrawn = (tenant: TenantFile) =>
    tell(NoticeWithdrawnSchema, create(NoticeWithdrawnSchema, { tenant, notice }), tenant.lease!.id);
  const left = (tenant: TenantFile, id?: string) =>
    tell(TenantDepartedSchema, create(TenantDepartedSchema, { tenant, departure }), tenant.lease!.id, id);
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
    house.directory.put(
      aTenantFile(
        'debtor',
        {},
        ['2026-04', '2026-05', '2026-06', '2026-07'].map((month) => ({
          ...{ id: `call-${month}`, month, dueOn: `${month}-05`, totalCents: 73_000, paidCents: 25_000 },
        })),
      ),
    );
    const list = await house.caf.listLegalCases({ caller: caller(), refresh: true });
    expect(list.cases).toEqual([
      expect.objectContaining({
        ...{
          account: '411DEBTOR',
          rule: 1,
          constitutedOn: '2026-05-05',
          deadline: '2026-07-05',
          reportedOn: '',
        },
        ...{ debtCents: 192_000n, thresholdCents: 96_000n, months: 4, firstDefaultOn: '2026-04-05' },
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
