import { describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@intervia/testing/ports';
import { MongoClient } from 'mongodb';
import { ensureUser } from './database-user/ensure-user.js';
import type { Site } from './site.js';
import { mongoUri, planStores } from './stores.js';
import { listening } from './supervision/ready.js';

const DEADLINE_MS = 120_000;

/** Of a site only what the stores look at. */
async function aSite(mongod: string | undefined): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'intervia-stores-'));
  const ports = { mongo: await freePort(), redis: await freePort() };
  const secrets = { mongoPassword: `k${'0a'.repeat(20)}`, redisPassword: 'k1' };
  return { root: '/', options: { dataDir }, ports, secrets, mongod, mongoUri: undefined } as unknown as Site;
}

const commandOf = (site: Site) => planStores(site).find(({ name }) => name === 'mongo')!;
const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: { code?: unknown }) => error.code,
  );

describe('the database of one machine', () => {
  it.each([undefined, '/usr/bin/mongod'])('has a user and a password (%s)', async (mongod) => {
    const site = await aSite(mongod);
    expect(mongoUri(site)).toContain(`intervia:${site.secrets.mongoPassword}@127.0.0.1:`);
    const { command, args } = commandOf(site);
    const asked = mongod ? '--auth' : '--credentials';
    expect(args).toContain(asked);
    if (mongod) expect(command).toBe(mongod);
    // Arguments are read by everybody on the machine.
    expect(args.join(' ')).not.toContain(site.secrets.mongoPassword);
    rmSync(site.options.dataDir, { recursive: true, force: true });
  });
});

const isThere = spawnSync('mongod', ['--version']).status === 0;
/** Debian has no package of it, and the embedded engine knows its users from its own file. */
const whereThereIsOne = isThere ? describe : describe.skip;

whereThereIsOne('a mongod on the PATH (skipped where there is none)', () => {
  it(
    'gets its user at the first start, keeps it at the next, and answers nobody else',
    async () => {
      const site = await aSite('mongod');
      const { command, args } = commandOf(site);
      const child = spawn(command, args, { stdio: 'ignore' });
      try {
        await listening(site.ports.mongo)(AbortSignal.timeout(DEADLINE_MS));
        await ensureUser(mongoUri(site));
        await ensureUser(mongoUri(site));
        const stranger = new MongoClient(`mongodb://127.0.0.1:${site.ports.mongo}/?directConnection=true`);
        expect(await codeOf(stranger.db('intervia_tickets').collection('tickets').findOne({}))).toBe(13);
        await stranger.close();
        const other = mongoUri(site).replace('k0a', 'k0b');
        await expect(ensureUser(other)).rejects.toThrow();
      } finally {
        child.kill('SIGKILL');
        await once(child, 'exit');
        rmSync(site.options.dataDir, { recursive: true, force: true });
      }
    },
    DEADLINE_MS,
  );
});
