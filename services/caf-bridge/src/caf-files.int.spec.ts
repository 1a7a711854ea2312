import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CafMessage, CafRunState, DropState } from '@intervia/contracts';
import type { CafFile } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import { eventually } from '@intervia/testing';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { NAMES } from './adapters/mongo/schemas.js';
import type { FileDoc } from './adapters/mongo/schemas.js';
import { FIRST_CALL } from './samples/days.js';
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

const { CAF12 } = CafMessage;

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
    house.directory.get('coloc').lease!.calledFrom = FIRST_CALL;
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

  it('are listed page by page, also those of one millisecond, and by what one looks for', async () => {
    house.directory.put(aTenantFile('one'));
    await run(CAF12);
    await run(CAF12);
    await docs().updateMany({ agencyId: AGENCY }, { $set: { createdAt: new Date('2016-07-31T22:30:00Z') } });
    const list = (asked: object) => house.caf.listFiles({ caller: caller(), limit: 100, ...asked });
    const all = (await list({})).files.map(({ id }) => id);
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = await list({ limit: 1, cursor });
      paged.push(...page.files.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
    const found = async (asked: object) => (await list(asked)).files.length;
    // Half past midnight in Paris: a file of August.
    expect(await found({ from: '2016-08-01', until: '2016-08-01' })).toBe(all.length);
    expect(await found({ until: '2016-07-31' })).toBe(0);
    expect(await found({ organisme: '075', state: DropState.DROPPED })).toBe(all.length);
    expect(await found({ organisme: '076' })).toBe(0);
    expect(await found({ state: DropState.WAITING })).toBe(0);
    await expect(list({ from: '2016-02-30' })).rejects.toMatchObject({
      ...{ code: 'INVALID_REQUEST', fields: [{ field: 'from', code: 'INVALID_DATE' }] },
    });
  });

  it('are made again under a new number; the old file stays', async () => {
    house.directory.put(aTenantFile('one'));
    const first = (await run(CAF12)).file!;
    const again = (await house.caf.regenerateFile({ context: context(), fileId: first.id })).run!.file!;
    expect(again).toMatchObject({ number: first.number + 1, regeneratedFrom: first.id });
    expect(await dropped(first)).not.toEqual(await dropped(again));
  });

  it('are blocked where a file of another series has the name already, and take no number', async () => {
    const organismes = ['075', '076'].map((organisme) => ({ organisme, scheme: 1, codeBailleur: '12345' }));
    const names = (value: string) => ({ organismes, fileNames: [{ name: 'CAF12', value }] });
    await expect(house.configure(names('envoi {organisme}.txt'))).rejects.toMatchObject({
      fields: [{ field: 'fileNames.CAF12', code: 'SETTING_FILE_NAME' }],
    });
    await house.configure(names('envoi {seq6}.txt'));
    house.directory.put(aTenantFile('one'));
    const { file } = await run(CAF12);
    expect(file?.name).toBe(`envoi ${String(file?.number).padStart(6, '0')}.txt`);
    // The other series comes to the same number one day.
    const name = 'envoi 000001.txt';
    await docs().updateOne({ _id: file?.id }, { $set: { name } });
    const { aid } = house.directory.get('one').lease!;
    aid!.organisme = '076';
    const other = async (dry: boolean) => {
      const scope = { ...SCOPE, message: CAF12, organisme: '076' };
      return (await house.caf.startRun({ context: context(), scope, dry })).run!;
    };
    for (const dry of [true, false])
      expect(await other(dry)).toMatchObject({
        ...{ state: CafRunState.BLOCKED, faults: [{ code: 'FILE_NAME', value: name }] },
      });
    await house.configure(names('envoi {organisme} {seq6}.txt'));
    expect((await other(false)).file).toMatchObject({ number: 1, name: 'envoi 076 000001.txt' });
    await house.configure();
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

  /** Made and kept while the folder was away: its next try meets what the test has put in the way. */
  const keptFile = async (id: string): Promise<CafFile> => {
    house.directory.put(aTenantFile(id));
    await rm(house.pickup(), { recursive: true, force: true });
    const { file } = await run(CAF12);
    expect(file).toMatchObject({ state: DropState.WAITING, lastError: 'FOLDER_GONE' });
    return file!;
  };
  const tryNow = async ({ id }: CafFile) =>
    (await house.caf.dropFile({ context: context(), fileId: id })).file!;
  /** The sweep alone, with nobody who asks. */
  const byItself = async (file: CafFile): Promise<Buffer> => {
    await later(file.id);
    await eventually(
      async () => ((await docs().exists({ _id: file.id, state: 'DROPPED' })) ? true : undefined),
      { timeoutMs: 30_000 },
    );
    return dropped(file);
  };

  it('that is full keeps the file, says so, and gets it by itself once there is room', async () => {
    const file = await keptFile('full');
    await mkdir(house.pickup(), { recursive: true });
    // The kernel's own full disk: every write to it ends in ENOSPC.
    await symlink('/dev/full', house.pickup(`${file.name}.part`));
    expect(await tryNow(file)).toMatchObject({ state: DropState.WAITING, lastError: 'FOLDER_FULL' });
    expect(await readdir(house.pickup())).toEqual([]);
    expect(readIndependently(await byItself(file)).breaches).toEqual([]);
  });

  it('that is read-only keeps the file, says so, and gets it by itself once it can be written to', async () => {
    const file = await keptFile('readonly');
    // A folder that nobody may make files in, whoever runs the test.
    await symlink('/sys', house.pickup().replace(/\/$/, ''));
    expect(await tryNow(file)).toMatchObject({ state: DropState.WAITING, lastError: 'FOLDER_READ_ONLY' });
    await rm(house.pickup().replace(/\/$/, ''));
    await mkdir(house.pickup(), { recursive: true });
    expect(readIndependently(await byItself(file)).breaches).toEqual([]);
  });

  it('that disappears while a file is written, and comes back empty, gets the whole file', async () => {
    const file = await keptFile('vanishing');
    await mkdir(house.pickup(), { recursive: true });
    const store = house.app.get(FileStore);
    const open = store.open.bind(store);
    store.open = async (...args) => {
      store.open = open;
      const content = await open(...args);
      return Readable.from(goneMeanwhile(content));
    };
    async function* goneMeanwhile(content: AsyncIterable<Buffer>) {
      for await (const chunk of content) {
        yield chunk.subarray(0, 300);
        await rm(house.pickup(), { recursive: true });
        yield chunk.subarray(300);
      }
    }
    expect(await tryNow(file)).toMatchObject({ state: DropState.WAITING, lastError: 'FOLDER_GONE' });
    await mkdir(house.pickup(), { recursive: true });
    expect(readIndependently(await byItself(file)).breaches).toEqual([]);
    expect(await readdir(house.pickup())).toEqual([file.name]);
  });

  it('lies below the agency’s own folder, whatever is typed', async () => {
    const station = { id: 'poste-9', name: 'Ailleurs', pickupFolder: '../../etc', statementsFolder: '' };
    await expect(house.caf.saveStation({ context: context(), station })).rejects.toMatchObject({
      ...{ code: 'CAF_SETTINGS_INVALID', fields: [{ field: 'pickupFolder', code: 'SETTING_INVALID' }] },
    });
  });
});
