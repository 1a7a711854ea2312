import { FixedClock } from '@intervia/clock';
import { fromBinary } from '@bufbuild/protobuf';
import { AccountPostedSchema, RentRevisedSchema } from '@intervia/contracts';
import type { MongoServer } from '@intervia/testing';
import { eventually, startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EMPTY_POSTING } from '../../../../domain/property/posting.js';
import type { DirectoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../../testing/directory-on-mongo.js';
import { aCommand, aRentCall, aStaged, on } from '../../../../testing/property-builders.js';
import { aFlatShare, aNotice, make, target } from '../../../../testing/tenancy.js';

describe('a lease while it runs', () => {
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
  const lease = async (id = 'lease') => (await property.files.find('a1', 'lease', [id]))[0];

  it('revises the rent once a year, never back', async () => {
    const revise = (effectOn: string, commandId: string) =>
      property.keepUp.reviseRent(aCommand({ commandId }), target, {
        revision: {
          id: '',
          askedOn: on('03-01', 1),
          effectOn,
          index: 'irl',
          quarter: on('Q2'),
          value: 14_837,
          oldRentCents: 0,
          newRentCents: 0,
        },
        lines: [{ lineId: 'rent', amountCents: 81_453 }],
        nextRevisionOn: '',
      });
    await expect(revise(on('02-28', 1), 'r1')).rejects.toMatchObject({
      fields: [{ field: 'revision.effectOn', code: 'INVALID_PERIOD' }],
    });
    const revised = await revise(on('03-01', 1), 'r2');
    expect(revised.revisions).toMatchObject([{ oldRentCents: 80_000, newRentCents: 81_453 }]);
    expect(revised.revision).toMatchObject({ referenceQuarter: on('Q2'), nextOn: on('03-01', 2) });
    await heard(RentRevisedSchema);
    await expect(revise(on('12-01', 1), 'r3')).rejects.toMatchObject({
      code: 'REVISION_TOO_EARLY',
      params: { earliestOn: on('03-01', 2) },
    });
  });

  it('lowers what a tenant owes once, the oldest call first', async () => {
    await make(directory, 'c3', [
      aStaged('rentCall', aRentCall({ id: 'call-2', month: on('04'), dueOn: on('04-01') })),
    ]);
    const pay = (commandId: string, amountCents: number) =>
      property.keepUp.post(aCommand({ commandId }), {
        ...EMPTY_POSTING,
        accountId: 'tenant-account',
        kind: 'aid',
        on: on('06-05'),
        amountCents,
      });
    const answers = await Promise.all(['p1', 'p1', 'p1', 'p2'].map((id) => pay(id, -50_000)));
    expect(
      new Set(answers.map(({ id, balanceAfterCents }) => `${id} ${String(balanceAfterCents)}`)).size,
    ).toBe(2);
    const tenant = await property.tenants.get('a1', 'lease');
    expect(tenant.account?.balanceCents).toBe(74_000);
    expect(tenant.debtCents).toBe(74_000);
    expect(tenant.unpaid.map(({ month, paidCents }) => `${month} ${String(paidCents)}`)).toEqual([
      `${on('04')} 13000`,
    ]);
    expect(tenant.firstDefaultOn).toBe(on('04-01'));
    const { items } = await property.tenants.postings('a1', {
      accountId: 'tenant-account',
      limit: 3,
      after: '',
    });
    expect(items.map(({ kind, amountCents }) => `${kind} ${String(amountCents)}`)).toEqual([
      'aid -50000',
      'aid -50000',
      'rent-call 87000',
    ]);
    await pay('p3', -100_000);
    // Paid in advance: the next call finds its money.
    await make(directory, 'c4', [
      aStaged('rentCall', aRentCall({ id: 'call-3', month: on('05'), dueOn: on('05-01') })),
    ]);
    expect((await property.tenants.get('a1', 'lease')).debtCents).toBe(61_000);
  });

  it('posts many at once: those of one account in their order, each once, and keeps nobody out', async () => {
    await make(directory, 'c3', [
      aStaged('rentCall', aRentCall({ id: 'call-2', month: on('04'), dueOn: on('04-01') })),
    ]);
    const posting = (id: string, amountCents: number, accountId = 'tenant-account') => ({
      ...EMPTY_POSTING,
      ...{ id, accountId, leaseId: 'lease', kind: 'aid' as const, on: on('06-05'), amountCents },
    });
    const lines = [
      posting('b1', -50_000),
      posting('b2', -40_000),
      posting('b3', -1, 'nobody'),
      posting('b4', 0),
    ];
    const by = aCommand();
    const answers = await Promise.all([
      property.keepUp.postAll(by, lines),
      property.keepUp.postAll(by, lines.slice(1)),
      property.keepUp.postAll(by, [posting('b2', -40_000)]),
    ]);
    expect(answers[0].map(({ errorCode }) => errorCode)).toEqual([
      ...['', '', 'ACCOUNT_NOT_FOUND', 'INVALID_REQUEST'],
    ]);
    const balances = answers.map((one) => one.find(({ posting: done }) => done?.id === 'b2')?.posting);
    expect(new Set(balances.map((done) => done?.balanceAfterCents)).size).toBe(1);
    const tenant = await property.tenants.get('a1', 'lease');
    expect(tenant.account?.balanceCents).toBe(84_000);
    expect(tenant.debtCents).toBe(84_000);
    expect(tenant.unpaid.map(({ month, paidCents }) => `${month} ${String(paidCents)}`)).toEqual([
      `${on('04')} 3000`,
    ]);
    const page = (after: string) =>
      property.tenants.postings('a1', { accountId: 'tenant-account', limit: 1, after });
    const seen: string[] = [];
    for (let next = ''; seen.length < 9;) {
      const { items, next: after } = await page(next);
      seen.push(...items.map(({ id }) => id));
      if (!after) break;
      next = after;
    }
    expect(seen.filter((id) => id.startsWith('b')).toSorted()).toEqual(['b1', 'b2']);
    await eventually(() => {
      const told = directory.heard.events.filter(({ type }) => type === AccountPostedSchema.typeName);
      return (
        told.filter(({ data }) =>
          ['b1', 'b2'].includes(fromBinary(AccountPostedSchema, data).posting?.id ?? ''),
        ).length === 2 || undefined
      );
    });
  });

  it('takes out of an account what a killed process had written into it', async () => {
    const account = { agencyId: 'a1', id: 'tenant-account' };
    const accounts = directory.connection.collection('accounts');
    const before = await accounts.findOne<{ ledgerVersion: number }>(account);
    const entry = (id: string, cents: number, sequence?: string) => ({
      ...EMPTY_POSTING,
      ...{ id, accountId: account.id, leaseId: 'lease', kind: 'aid', on: on('06-05'), amountCents: -cents },
      ...{ balanceAfterCents: 87_000 - cents, recordedAt: new Date(0), ...(sequence ? { sequence } : {}) },
      allocations: [{ rentCallId: 'call-1', cents }],
    });
    // One without a place in the account, as an older release wrote it.
    const journal = [entry('old', 1_000), entry('new', 2_000, '000000000099')];
    await accounts.updateOne(account, { $set: { journal, balanceCents: 84_000 } });
    const [again] = await property.keepUp.postAll(aCommand(), [
      {
        ...EMPTY_POSTING,
        id: 'new',
        accountId: account.id,
        leaseId: 'lease',
        kind: 'aid',
        on: on('06-05'),
        amountCents: -2_000,
      },
    ]);
    expect(again?.posting?.balanceAfterCents).toBe(85_000);
    expect(await accounts.findOne(account)).toMatchObject({
      journal: [],
      balanceCents: 84_000,
      ledgerVersion: before?.ledgerVersion,
    });
    expect((await property.tenants.get('a1', 'lease')).unpaid[0]?.paidCents).toBe(3_000);
  });

  it('gives a page of tenants that the bus can carry, and goes on where it ended', async () => {
    const text = 'x'.repeat(3_500);
    const notes = { label: text, fiscalCode: '', kind: 'rent' as const, amountCents: 1, from: '', until: '' };
    const leases = directory.connection.collection('leases');
    const model = await leases.findOne<{ record: object }>({ agencyId: 'a1', id: 'lease' });
    if (!model) throw new Error('no lease');
    const many = Array.from({ length: 400 }, (_, n) => `many-${String(n).padStart(3, '0')}`);
    await leases.insertMany(
      many.map((id) => ({
        ...model,
        outbox: [],
        _id: `a1/${id}` as never,
        id,
        record: { ...model.record, id, temporaryLines: [notes] },
      })),
    );
    const asked = { entityId: '', presentOnly: true, fund: 'caf', limit: 400 };
    const page = (after: string) => property.tenants.forCaf('a1', { ...asked, after });
    const first = await page('');
    const pages = [first];
    while (pages.at(-1)?.next) pages.push(await page(pages.at(-1)?.next ?? ''));
    expect(pages.length).toBeGreaterThan(1);
    const carried = pages.map(({ items }) => JSON.stringify(items).length);
    expect(carried.filter((bytes) => bytes > 900_000)).toEqual([]);
    const ids = pages.flatMap(({ items }) => items.map(({ lease: { id } }) => id));
    expect(ids).toEqual(['lease', ...many]);
    expect(first.items[0]).toMatchObject({ account: { number: '411DIALLO' }, unpaid: [{ month: on('03') }] });
  });

  it('lists tenants of a caisse, knows whose lines are whose, and sets a number once', async () => {
    const asked = { entityId: '', presentOnly: true, limit: 0, after: '' };
    const caf = await property.tenants.forCaf('a1', { ...asked, fund: 'caf' });
    expect(caf.items.map(({ lease: { id }, sharerParties }) => [id, sharerParties.length])).toEqual([
      ['lease', 2],
    ]);
    expect((await property.tenants.forCaf('a1', { ...asked, fund: 'msa' })).items).toEqual([]);
    expect((await property.tenants.forCaf('a2', { ...asked, fund: '' })).items).toEqual([]);

    const number = { leaseId: 'lease', sharerId: 's1', cafNumber: '691000000000000042' };
    const set = (cafNumber = number.cafNumber) =>
      property.keepUp.setCafNumbers('a1', [{ ...number, cafNumber }]);
    expect([await set(), await set(), await set('1')]).toEqual([[''], [''], ['CAF_NUMBER_ALREADY_SET']]);
    const empty = { cafNumber: '', allocataireNumber: '', accountNumber: '' };
    const matches = await property.tenants.match('a1', [
      { ...empty, cafNumber: number.cafNumber },
      { ...empty, allocataireNumber: '000000001234567' },
      { ...empty, accountNumber: '411DIALLO' },
      { ...empty, cafNumber: 'unknown' },
      // Zeros alone are no number, and nobody without one is meant by them.
      { ...empty, allocataireNumber: '0000000' },
    ]);
    expect(matches.map(({ keyIndex, sharerId, name }) => `${String(keyIndex)} ${sharerId} ${name}`)).toEqual([
      '0 s1 Zoé Colocataire 1',
      '1 s1 Zoé Colocataire 1',
      '2  Awa Diallo',
    ]);
  });

  it('never lets an edit touch what a caisse or a command has said', async () => {
    await property.keepUp.setCafNumbers('a1', [{ leaseId: 'lease', sharerId: 's1', cafNumber: '42' }]);
    const current = await lease();
    if (!current) throw new Error('no lease');
    const edit = (commandId: string, changed: object, fields: string[]) =>
      property.edit.execute(aCommand({ commandId }), aStaged('lease', { ...current, ...changed }, fields));
    await expect(edit('e1', { cafNumber: '1' }, ['cafNumber'])).rejects.toMatchObject({
      code: 'FIELD_LOCKED',
      params: { field: 'cafNumber' },
    });
    const sharers = current.sharers.map((sharer) => ({ ...sharer, cafNumber: 'stolen', shareBp: 5_000 }));
    const saved = await edit('e2', { sharers, notes: 'Vu' }, ['sharers', 'notes']);
    expect(saved.record).toMatchObject({ notes: 'Vu', sharers: [{ cafNumber: '42' }, { cafNumber: '' }] });
    await expect(edit('e3', { notes: 'Trop tard' }, ['notes'])).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    await expect(
      edit('e4', { version: 0, sharers: sharers.map((one) => ({ ...one, shareBp: 4_000 })) }, ['sharers']),
    ).rejects.toMatchObject({ fields: [{ field: 'sharers', code: 'SHARES_NOT_WHOLE' }] });
  });

  it('reminds of alarms until they are done', async () => {
    const due = async () =>
      (await property.tenants.alarmsDue('a1', on('06-30'), { limit: 0, after: '' })).items.map(
        ({ alarm, tenantName }) => `${alarm.id} ${tenantName}`,
      );
    expect(await due()).toEqual(['once Awa Diallo', 'boiler Awa Diallo']);
    const done = (alarmId: string) =>
      property.keepUp.markAlarmDone(aCommand({ commandId: alarmId }), {
        leaseId: 'lease',
        alarmId,
        doneOn: on('06-09'),
      });
    await done('once');
    await done('boiler');
    expect(await due()).toEqual([]);
    expect((await lease())?.alarms[0]?.dueOn).toBe(on('06-01', 1));
  });

  it('answers nothing of another agency', async () => {
    const stranger = (commandId: string) => aCommand({ agencyId: 'a2', commandId });
    await expect(property.tenants.get('a2', 'lease')).rejects.toMatchObject({ code: 'LEASE_NOT_FOUND' });
    await expect(property.notices.give(stranger('n'), target, aNotice())).rejects.toMatchObject({
      code: 'LEASE_NOT_FOUND',
    });
    await expect(
      property.keepUp.post(stranger('p'), {
        ...EMPTY_POSTING,
        accountId: 'tenant-account',
        kind: 'payment',
        on: on('06-01'),
        amountCents: -1,
      }),
    ).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    expect(
      (await property.tenants.rentCalls('a2', { leaseId: 'lease', unpaidOnly: false, limit: 0, after: '' }))
        .items,
    ).toEqual([]);
  });
});
