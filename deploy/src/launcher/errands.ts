import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownMoment } from '@intervia/testing/moment';
import type { CertificateFiles, RunningPlatform } from '@intervia/test';
import { certificateIn, isUsable } from '@intervia/test/certificate';
import { compileCache, type Site } from './site.js';

/**
 * What is done once at the start, by processes that end afterwards: the launcher stays small, since neither the bus's
 * library nor Nest is part of it.
 */
async function errand(program: string, env: Record<string, string>, signal?: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [program], {
    signal,
    env: { PATH: process.env['PATH'] ?? '', ...ownMoment(), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} failed`);
}

function onBus(
  { root, options }: Site,
  program: string,
  { nats }: RunningPlatform,
  env: Record<string, string> = {},
): Promise<void> {
  return errand(join(root, program), {
    ...env,
    ...compileCache(options),
    NATS_URL: nats.url,
    NATS_PASSWORD_OPERATOR: nats.password,
    CLOCK: 'movable',
  });
}

/** The user of a `mongod` that the launcher started, made where it has none yet. */
export const makeDatabaseUser = ({ root }: Site, uri: string, signal: AbortSignal): Promise<void> =>
  errand(join(root, 'deploy/dist/launcher/database-user/main.js'), { MONGODB_URI: uri }, signal);

/** Into stores that run and hold nothing yet. */
export const restoreStores = (site: Site, run: RunningPlatform, backup: string): Promise<void> =>
  onBus(site, 'deploy/dist/backup/restore.js', run, { MONGODB_URI: run.mongo, BACKUP: backup });

/** Streams, durables and clock: what is missing is made. */
export const prepareBus = (site: Site, run: RunningPlatform): Promise<void> =>
  onBus(site, 'deploy/dist/nats/main.js', run);

/** The certificate of the servers of this machine, made anew when it is missing or about to end. */
export async function localCertificate(root: string, dataDir: string): Promise<CertificateFiles> {
  const folder = join(dataDir, 'tls');
  const files = certificateIn(folder);
  if (!isUsable(files)) await errand(join(root, 'deploy/dist/tls/local.js'), { TLS_DIR: folder });
  return files;
}

/** Of the programs that publish the demo: another release may have more to say. */
function demoVersion(root: string): string {
  const folder = join(root, 'deploy/dist/demo');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

function isSaid(file: string, version: string): boolean {
  try {
    return readFileSync(file, 'utf8') === version;
  } catch {
    return false;
  }
}

/** Publishes the demo as LSC would, once into each data folder: what is there already would be left as it is. */
export async function seedDemoOnce(site: Site, run: RunningPlatform): Promise<void> {
  const { dataDir, pastOnly } = site.options;
  const version = `${demoVersion(site.root)}${pastOnly ? '' : ' living'}`;
  const file = join(dataDir, 'seeded');
  // Another database than ours may have been emptied since.
  if (!site.mongoUri && isSaid(file, version)) return;
  const lives: Record<string, string> = pastOnly ? {} : { LIVES_FILES_DIR: join(dataDir, 'files') };
  await onBus(site, 'deploy/dist/demo/main.js', run, lives);
  writeFileSync(file, version);
}
