import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CafMessage, DropState, PaymentStatementState } from '@intervia/contracts';
import type { CafFile } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { databaseOf } from '@intervia/mongo';
import { eventually } from '@intervia/testing';
import { randomUUID } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { LARGEST_STATEMENT, STATEMENT_TYPES } from './domain/statement/limits.js';
import { readIndependently } from './samples/independent-parser.js';
import { statementText } from './samples/statement-text.js';
import { BridgeProcess } from './testing/bridge-process.js';
import { aTenantFile } from './testing/fake-directory.js';
import { HeldProxy } from './testing/held-proxy.js';
import { AGENCY, House, SCOPE, caller, context } from './testing/house.js';

const SOON = { timeoutMs: 40_000 };

/** The built service, killed with SIGKILL at a chosen command to its database, and started again. */
describe('a service that is killed', () => {
  let house: House;
  let proxy: HeldProxy;
  let bridge: BridgeProcess;
  let database: Connection;

  beforeAll(async () => {
    house = await House.alone();
    proxy = await HeldProxy.before(house.env.MONGODB_URI);
    const { MONGODB_URI: uri, MONGODB_DB } = house.env;
    const dbName = databaseOf(uri, MONGODB_DB);
    database = await mongoose.createConnection(uri, { dbName }).asPromise();
    await start();
    await house.configure();
    for (const id of ['one', 'two']) house.directory.put(aTenantFile(id));
  }, 120_000);
  beforeEach(() => house.directory.postings.clear());
  afterEach(() => proxy.release());
  afterAll(async () => {
    await bridge?.kill();
    await database?.close();
    await proxy?.close();
    await house?.close();
  });

  async function start(): Promise<void> {
    bridge = BridgeProcess.start(house.env, { MONGODB_URI: proxy.uri });
    await eventually(() => house.caf.listCafEntities({ caller: caller() }).catch(() => undefined), SOON);
  }

  /** Nobody holds what the dead process held. */
  async function restart(): Promise<void> {
    await bridge.kill();
    const ages = new Date(0);
    await database.collection('runs').updateMany({}, { $set: { heldUntil: ages } });
    await database.collection('files').updateMany({}, { $set: { nextTryAt: ages } });
    await database.collection('statements').updateMany({}, { $set: { heldUntil: ages } });
    await start();
  }

  const startRun = () => {
    const scope = { ...SCOPE, message: CafMessage.CAF12 };
    // Its answer never comes.
    house.caf.startRun({ context: context(randomUUID()), scope }).catch(() => undefined);
  };
  const newest = async (): Promise<CafFile> =>
    (await house.caf.listFiles({ caller: caller(), message: CafMessage.CAF12, limit: 1 })).files[0]!;
  const dropped = () =>
    eventually(async () => {
      const file = await newest();
      return file.state === DropState.DROPPED ? file : undefined;
    }, SOON);
  const inFolder = async (name: string) =>
    (await readdir(house.pickup())).filter((found) => found.startsWith(name));

  it.each([
    ['between the part and the journal', 'question'],
    ['between the journal and the rename', 'answer'],
  ] as const)('%s drops one file, whole', async (_when, side) => {
    const reached = proxy.hold(side, '$set', 'RENAMING');
    startRun();
    await reached;
    const [part] = (await readdir(house.pickup())).filter((name) => name.endsWith('.part'));
    const name = part?.replace(/\.part$/, '') ?? '';
    expect(await inFolder(name)).toEqual([`${name}.part`]);
    await restart();
    const file = await dropped();
    expect(file.name).toBe(name);
    expect(await inFolder(name)).toEqual([name]);
    const bytes = await readFile(house.pickup(name));
    expect(readIndependently(bytes)).toMatchObject({ breaches: [], details: [{}, {}] });
    await eventually(async () => {
      const run = await database.collection('runs').findOne({ fileId: file.id });
      return run?.['state'] === 'DONE' ? run : undefined;
    }, SOON);
    expect(await database.collection('runs').countDocuments({ state: 'RUNNING' })).toBe(0);
  });

  it('between the rename and the journal does not give the partner a second copy', async () => {
    const reached = proxy.hold('question', '$set', 'DROPPED');
    startRun();
    await reached;
    const { name } = await newest();
    expect(await inFolder(name)).toEqual([name]);
    await rm(house.pickup(name));
    await restart();
    expect(await dropped()).toMatchObject({ name });
    expect(await inFolder(name)).toEqual([]);
  });

  it('while it gives a number leaves no gap', async () => {
    const before = (await newest()).number;
    const reached = proxy.hold('question', 'insert', 'WAITING');
    startRun();
    await reached;
    await restart();
    const file = await eventually(async () => {
      const found = await newest();
      return found.number > before && found.state === DropState.DROPPED ? found : undefined;
    }, SOON);
    expect(file.number).toBe(before + 1);
  });

  it('between a posting and its answer posts each line once', async () => {
    const limits = { maxBytes: LARGEST_STATEMENT, accept: STATEMENT_TYPES };
    const store = await LocalFileStore.open(house.env.FILES_DIR);
    const text = statementText([{ lines: [{ reference: 'CAF-ONE' }, { reference: 'CAF-TWO' }] }]);
    const document = await store.put(AGENCY, 'bordereau.txt', Readable.from([Buffer.from(text)]), limits);
    const { statement } = await house.caf.importStatement({ context: context(), document });
    const statementId = statement!.id;
    const owed = house.directory.get('one').account!.balanceCents;
    const held: (() => void)[] = [];
    const inside = new Promise<void>((reached) => {
      house.directory.onPost = () => {
        reached();
        return new Promise((resolve) => held.push(resolve));
      };
    });
    house.caf.validateStatement({ context: context(), statementId }).catch(() => undefined);
    await inside;
    expect(house.directory.postings.size).toBeGreaterThan(0);
    house.directory.onPost = async () => undefined;
    await restart();
    const done = await eventually(async () => {
      const found = (await house.caf.getStatement({ caller: caller(), statementId })).statement;
      return found?.state === PaymentStatementState.POSTED ? found : undefined;
    }, SOON);
    for (const release of held) release();
    expect(done.posted?.lines).toBe(2);
    expect(house.directory.postings.size).toBe(2);
    expect(house.directory.get('one').account!.balanceCents).toBe(owed - 250_00);
  });
});
