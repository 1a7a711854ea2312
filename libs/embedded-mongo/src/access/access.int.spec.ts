import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { type mongo } from 'mongoose';
import type { EmbeddedMongo } from '../index.js';

const CREDENTIALS = { user: 'inter,via=', password: 'k0=,:/@correct' };

let dataDir: string;
let server: EmbeddedMongo;
const clients = new Set<mongo.MongoClient>();

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-mongo-access-'));
  const { startEmbeddedMongo } = await import('../index.js');
  server = await startEmbeddedMongo({ dataDir, access: CREDENTIALS });
});

afterEach(async () => {
  for (const client of clients) await client.close();
  clients.clear();
});

afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const clientWith = (options: mongo.MongoClientOptions): mongo.MongoClient => {
  const client = new mongoose.mongo.MongoClient(server.uri, options);
  clients.add(client);
  return client;
};

const stranger = (options: mongo.MongoClientOptions = {}): mongo.MongoClient => clientWith(options);

const asUser = (change: object = {}, options: mongo.MongoClientOptions = {}): mongo.MongoClient => {
  const { user: username, password } = { ...CREDENTIALS, ...change };
  return clientWith({ auth: { username, password }, authSource: 'admin', ...options });
};

describe('a server with credentials', () => {
  it('serves who proves to know the password, on every connection', async () => {
    const items = asUser().db('test').collection('items');
    await Promise.all(Array.from({ length: 20 }, (_, n) => items.insertOne({ n })));
    expect(await items.countDocuments({ n: { $gte: 0 } })).toBe(20);
  });

  it.each([
    ['another password', { password: 'k1' }],
    ['another user', { user: 'somebody' }],
    ['both empty of sense', { user: 'a', password: 'b' }],
  ])('refuses %s, in the same words', async (_name, change) => {
    await expect(asUser(change).db('test').collection('items').findOne({})).rejects.toMatchObject({
      code: 18,
      errmsg: 'Authentication failed.',
    });
  });

  it('offers no weaker mechanism', async () => {
    const old = asUser({}, { authMechanism: 'SCRAM-SHA-1' });
    await expect(old.db('test').collection('items').findOne({})).rejects.toMatchObject({ code: 334 });
  });

  it('tells who has not signed in that it lives, and nothing else', async () => {
    const db = stranger().db('test');
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect(await db.command({ hello: 1 })).toMatchObject({ isWritablePrimary: true });
    const asked: object[] = [
      { find: 'items' },
      { insert: 'items', documents: [{ n: 1 }] },
      { update: 'items', updates: [] },
      { delete: 'items', deletes: [] },
      { aggregate: 'items', pipeline: [], cursor: {} },
      { getMore: 1n, collection: 'items' },
      { killCursors: 'items', cursors: [] },
      { dropDatabase: 1 },
      { listDatabases: 1 },
      { listCollections: 1 },
      { serverStatus: 1 },
      { buildInfo: 1 },
      { getParameter: 1, featureCompatibilityVersion: 1 },
      { explain: { find: 'items' } },
      { whatever: 1 },
    ];
    for (const command of asked) {
      await expect(db.command(command)).rejects.toMatchObject({ code: 13, codeName: 'Unauthorized' });
    }
  });

  it('signs out', async () => {
    const client = asUser({}, { maxPoolSize: 1 });
    await client.db('test').command({ count: 'items' });
    await client.db('admin').command({ logout: 1 });
    await expect(client.db('test').command({ count: 'items' })).rejects.toMatchObject({ code: 13 });
  });
});

/** The client's side by hand: what no driver says. */
describe('the words of SCRAM', () => {
  const start = (payload: string, more: object = {}): Promise<mongo.Document> =>
    stranger()
      .db('admin')
      .command({ saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: Buffer.from(payload), ...more });

  it.each(['', 'n,,r=abc', 'n,,n=a', 'p=tls-unique,,n=a,r=abc', 'n,,n=a,r=a b', 'n,,n=a,r=abc,x=1'])(
    'refuses the first message "%s"',
    async (payload) => {
      await expect(start(payload)).rejects.toMatchObject({ code: 18 });
    },
  );

  it('asks somebody unknown with a salt of their own that stays', async () => {
    const saltFor = async (user: string): Promise<string | undefined> => {
      const { payload } = await start(`n,,n=${user},r=abc`);
      return /s=([^,]+)/.exec((payload as mongo.Binary).toString('utf8'))?.[1];
    };
    const [once, again, other] = [await saltFor('eve'), await saltFor('eve'), await saltFor('bob')];
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  /** As a client that knows the password would go on; `change` spoils what it says. */
  const conversation = async (change: (final: string) => string, options: object = {}) => {
    const admin = stranger({ maxPoolSize: 1 }).db('admin');
    const bare = 'n=inter=2Cvia=3D,r=abc';
    const first = await admin.command({
      ...{ saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: Buffer.from(`n,,${bare}`), options },
    });
    const challenge = (first['payload'] as mongo.Binary).toString('utf8');
    const [, nonce = '', salt = '', iterations = ''] = /^r=(.+),s=(.+),i=(\d+)$/.exec(challenge) ?? [];
    const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
    const salted = pbkdf2Sync(
      ...([CREDENTIALS.password, Buffer.from(salt, 'base64'), Number(iterations), 32, 'sha256'] as const),
    );
    const key = hmac(salted, 'Client Key');
    const withoutProof = `c=biws,r=${nonce}`;
    const signature = hmac(
      createHash('sha256').update(key).digest(),
      [bare, challenge, withoutProof].join(','),
    );
    const proof = key.map((byte, at) => byte ^ (signature[at] as number));
    const final = `${withoutProof},p=${Buffer.from(proof).toString('base64')}`;
    const proceed = (payload: string): Promise<mongo.Document> =>
      admin.command({
        saslContinue: 1,
        conversationId: first['conversationId'] as number,
        payload: Buffer.from(change(payload)),
      });
    return { admin, final, proceed };
  };
  const same = (final: string): string => final;

  it('ends after an empty message, unless the client passes it over', async () => {
    const { admin, final, proceed } = await conversation(same);
    expect(await proceed(final)).toMatchObject({ done: false });
    await expect(admin.command({ listDatabases: 1 })).rejects.toMatchObject({ code: 13 });
    expect(await proceed('')).toMatchObject({ done: true });
    expect(await admin.command({ listDatabases: 1 })).toMatchObject({ ok: 1 });
    const short = await conversation(same, { skipEmptyExchange: true });
    expect(await short.proceed(short.final)).toMatchObject({ done: true });
  });

  it.each<[string, (final: string) => string]>([
    ['another nonce', (final) => final.replace('r=abc', 'r=abd')],
    ['a proof of nothing', (final) => final.replace(/p=.*/, `p=${'A'.repeat(43)}=`)],
    ['another channel', (final) => final.replace('c=biws', 'c=eSws')],
    ['more than was asked', (final) => `${final},x=1`],
    ['nothing', () => ''],
  ])('refuses a last message with %s, and the attempt is over', async (_name, change) => {
    const { final, proceed } = await conversation(change);
    await expect(proceed(final)).rejects.toMatchObject({ code: 18 });
    await expect(proceed(final)).rejects.toMatchObject({ code: 17 });
  });

  it('takes no proof twice', async () => {
    const { final, proceed } = await conversation(same, { skipEmptyExchange: true });
    await proceed(final);
    await expect(proceed(final)).rejects.toMatchObject({ code: 17 });
  });
});

describe('an open server', () => {
  it('is one that was opened on purpose', async () => {
    const { startEmbeddedMongo } = await import('../index.js');
    const folder = join(dataDir, 'open');
    const open = await startEmbeddedMongo({ dataDir: folder, access: 'open' });
    const client = await mongoose.mongo.MongoClient.connect(open.uri);
    expect(await client.db('test').collection('items').countDocuments({ n: 1 })).toBe(0);
    await client.close();
    await open.stop();
  });

  it('takes no password that two sides could read differently', async () => {
    const { startEmbeddedMongo } = await import('../index.js');
    const access = { user: 'a', password: 'été' };
    await expect(startEmbeddedMongo({ dataDir: join(dataDir, 'odd'), access })).rejects.toThrow(
      'printable ASCII',
    );
  });
});
