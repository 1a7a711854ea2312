import { FixedClock } from '@intervia/clock';
import { STRUCK_OUT } from '@intervia/rules';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FileLogAnchors } from './adapters/files/file-log-anchors.js';
import { LogHeadsRepository } from './adapters/mongo/accounts/log-heads.repository.js';
import type { SecurityEventDocument } from './adapters/mongo/accounts/security-event.schema.js';
import { SECURITY_EVENT } from './adapters/mongo/accounts/security-event.schema.js';
import { AnchorLog } from './application/accounts/anchor-log.js';
import { TEST_LOG_KEY } from './testing/accounts-on-mongo.js';
import type { DirectoryOnMongo } from './testing/directory-on-mongo.js';
import { directoryOnMongo } from './testing/directory-on-mongo.js';
import { verifySecurityLogs } from './verify-security-log.js';

/** Without the database that stands in the address: that one's name is already in the connection's. */
const serverOf = (uri: string): string => uri.replace(/^(mongodb:\/\/[^/?]+\/)[^?]*/u, '$1');
const ORIGIN = { device: 'd', address: '203.0.113.7', label: 'Firefox' };

describe('the chain of the log of security', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;
  let clock: FixedClock;
  let folder: string;

  beforeAll(async () => {
    mongo = await startMongo();
  }, 60_000);
  beforeEach(async () => {
    clock = FixedClock.at('2026-03-02T09:00:00Z');
    directory = await directoryOnMongo(mongo.uri, clock);
    folder = await mkdtemp(join(tmpdir(), 'intervia-log-anchors-'));
  });
  afterEach(async () => {
    await directory.connection.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterAll(() => mongo.stop());

  const log = () => directory.accounts.log;
  const events = () => directory.connection.collection('securityEvents');
  const record = (kind: 'sign-in' | 'refused' | 'key-used', id = 'p1', agencyId = 'a1') =>
    log().record({
      agencyId,
      kind,
      person: { kind: 'client', id, name: `Nom ${id}` },
      origin: ORIGIN,
      about: 'x',
    });
  const verified = () =>
    verifySecurityLogs({
      ...{ mongoUri: serverOf(mongo.uri), dbName: directory.connection.name, historyKey: TEST_LOG_KEY },
      ...{ anchorsDir: folder, now: clock.now() },
    });
  const broken = async () => Object.fromEntries((await verified()).broken);

  it('is whole when many write at one moment, each agency its own, and a repeated entry is one', async () => {
    await Promise.all([
      ...Array.from({ length: 12 }, () => record('sign-in')),
      ...Array.from({ length: 5 }, () => record('refused')),
      record('sign-in', 'p9', 'a2'),
    ]);
    expect(await verified()).toMatchObject({ entries: 14 });
    expect(await broken()).toEqual({});
    expect(await events().distinct('seq', { agencyId: 'a1' })).toEqual(
      [...Array(13).keys()].map((n) => n + 1),
    );
    expect(await events().findOne({ kind: 'refused' })).toMatchObject({ times: 5 });
  });

  it('tells what was changed, dropped or written by somebody without the key', async () => {
    for (let i = 0; i < 5; i += 1) await record('sign-in');
    await record('sign-in', 'p1', 'a2');
    await events().updateOne({ agencyId: 'a1', seq: 4 }, { $set: { address: '198.51.100.1' } });
    expect(await broken()).toEqual({ a1: 4 });
    await events().deleteOne({ agencyId: 'a1', seq: 2 });
    expect(await broken()).toEqual({ a1: 3 });
    await events().insertOne({
      agencyId: 'a2',
      seq: 2,
      kind: 'sign-in',
      person: {},
      at: new Date(0),
    });
    expect(await broken()).toEqual({ a1: 3, a2: 2 });
  });

  it('goes on without the oldest, which go with their year, and with entries that name nobody any more', async () => {
    for (const id of ['p1', 'p2', 'p1', 'p2']) await record('sign-in', id);
    await events().deleteOne({ agencyId: 'a1', seq: 1 });
    expect(await log().strikeOut('a1', 'p1')).toBe(1);
    expect(await events().findOne({ seq: 3 })).toMatchObject({
      person: { id: '', name: STRUCK_OUT },
      address: '',
    });
    expect(JSON.stringify(await events().find({ seq: 3 }).toArray())).not.toMatch(/p1|203\.0/u);
    expect(await verified()).toMatchObject({ entries: 3 });
    expect(await broken()).toEqual({});
    // Not what somebody does who writes into the database.
    await events().updateOne({ seq: 3 }, { $set: { 'person.name': 'autre' } });
    expect(await broken()).toEqual({ a1: 3 });
  });

  const anchor = () =>
    new AnchorLog(
      new FileLogAnchors(folder, TEST_LOG_KEY),
      new LogHeadsRepository(directory.connection.model<SecurityEventDocument>(SECURITY_EVENT)),
      clock,
    ).execute();
  const cut = async () =>
    Object.fromEntries([...(await verified()).cut].map(([agencyId, { seq, day }]) => [agencyId, [seq, day]]));
  const DAY_MS = 24 * 3_600_000;

  it('tells what was cut off its end or its beginning, or is gone whole, by what was anchored outside', async () => {
    const days: string[] = [];
    for (let day = 0; day < 4; day += 1) {
      days.push(clock.now().toISOString().slice(0, 10));
      await record('sign-in');
      await record('sign-in', 'p2', 'a2');
      await record('sign-in', 'p3', 'a3');
      await anchor();
      clock.advance(DAY_MS);
    }
    expect(await verified()).toMatchObject({ entries: 12, anchored: 12, cut: new Map() });
    await events().deleteMany({ agencyId: 'a1', seq: { $gte: 3 } });
    await events().deleteMany({ agencyId: 'a2', seq: 1 });
    await events().deleteMany({ agencyId: 'a3' });
    expect(await broken()).toEqual({});
    expect(await cut()).toEqual({ a1: [3, days[2]], a2: [1, days[0]], a3: [1, days[0]] });
    // What is written anew over the cut is not what was there.
    await record('sign-in', 'somebody');
    expect(await broken()).toEqual({});
    expect(await cut()).toMatchObject({ a1: [3, days[2]] });
  });

  it('misses nothing that went with its year, and is anchored once a day', async () => {
    await record('sign-in');
    await anchor();
    await record('sign-in');
    await anchor();
    const [first = ''] = await readdir(join(folder, 'security'));
    expect(await readFile(join(folder, 'security', first), 'utf8')).toContain('"seq":1,');
    clock.advance(366 * DAY_MS);
    await record('sign-in');
    await events().deleteOne({ seq: 1 });
    expect(await verified()).toMatchObject({ anchored: 0, cut: new Map() });
    await anchor();
    expect(await verified()).toMatchObject({ anchored: 1, cut: new Map() });
  });

  it('believes no anchors that were changed', async () => {
    await record('sign-in');
    await anchor();
    const [name = ''] = await readdir(join(folder, 'security'));
    const file = join(folder, 'security', name);
    await writeFile(file, (await readFile(file, 'utf8')).replace('"seq":1', '"seq":0'));
    await expect(verified()).rejects.toMatchObject({ code: 'ANCHOR_BROKEN' });
  });

  it('is told line by line as it is written, for whoever takes it away, a repeated entry once', async () => {
    await record('sign-in');
    await record('refused');
    await record('refused');
    expect(directory.accounts.lines).toMatchObject([
      { agencyId: 'a1', kind: 'sign-in', seq: 1, address: ORIGIN.address, previous: '' },
      { agencyId: 'a1', kind: 'refused', seq: 2, previous: directory.accounts.lines[0]?.hash },
    ]);
  });

  it('never goes back in time, so that the oldest entry is the first to go', async () => {
    await record('sign-in');
    clock.advance(-60_000);
    await record('sign-in');
    const [first, second] = await events().find({ agencyId: 'a1' }).sort({ seq: 1 }).toArray();
    expect(second?.['at']).toEqual(first?.['at']);
  });
});
