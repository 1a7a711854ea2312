import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tryLockFolder } from '@intervia/embedded-mongo/lock';
import type { RunningPlatform } from '@intervia/test';
import { freePort, OF_PLATFORMS } from '@intervia/testing/ports';
import { endLeftovers } from './supervision/children.js';
import { copyFiles } from '../backup/copy-files.js';
import { KEPT } from '../backup/kept.js';
import { closeToOthers } from './close-to-others.js';
import { localCertificate, prepareBus, restoreStores, seedDemoOnce } from './errands.js';
import { markFormat, setOldDataAside } from './data-format.js';
import { openLogs } from './logs.js';
import { parseOptions, UsageError, type LauncherOptions } from './options.js';
import { openedFile, planBus, planOutside, planServices, processNames } from './plan.js';
import { readRunFile, removeRunFile, writeRunFile } from './run-file.js';
import { loadSecrets } from './secrets.js';
import type { Ports, Site } from './site.js';
import { mongoUri, planStores } from './stores.js';
import { type ProcessSpec, Supervisor } from './supervision/supervisor.js';
import { welcome } from './welcome.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Ten thousand above the usual numbers, so that servers already on the machine keep theirs. */
const USUAL_PORTS: Omit<Ports, 'gateway'> = {
  nats: 14222,
  natsMonitor: 18222,
  redis: 16379,
  mongo: 37017,
  smtp: 11025,
  mailPage: 11080,
  sms: 11443,
  jestimo: 11444,
  queues: 13001,
};

async function choosePorts({ port, anyPort }: LauncherOptions): Promise<Ports> {
  const wanted = Object.entries({ gateway: port, ...USUAL_PORTS });
  const chosen: [string, number][] = [];
  for (const [name, preferred] of wanted)
    chosen.push([name, await freePort(anyPort ? 0 : preferred, OF_PLATFORMS)]);
  return Object.fromEntries(chosen) as unknown as Ports;
}

async function chooseHealthPorts(options: LauncherOptions): Promise<Record<string, number>> {
  const ports: Record<string, number> = {};
  for (const name of processNames(options)) ports[name] = await freePort(0, OF_PLATFORMS);
  return ports;
}

/** `sync_interval` came with 2.10; an older server would not start over it. */
function canSyncAlways(): boolean {
  const { stdout } = spawnSync('nats-server', ['--version'], { encoding: 'utf8' });
  const [, major = 0, minor = 0] = (/v(\d+)\.(\d+)/.exec(stdout ?? '') ?? []).map(Number);
  return major > 2 || (major === 2 && minor >= 10);
}

function findOnPath(command: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find((path) => existsSync(path));
}

async function describeSite(options: LauncherOptions): Promise<Site> {
  return {
    root,
    options,
    ports: await choosePorts(options),
    secrets: loadSecrets(options.dataDir),
    certificate: await localCertificate(root, options.dataDir),
    mongoUri: process.env['MONGODB_URI'],
    mongod: findOnPath('mongod'),
    natsSyncsAlways: canSyncAlways(),
    healthPorts: options.split ? await chooseHealthPorts(options) : {},
  };
}

function describeRun(site: Site): RunningPlatform {
  const { ports, secrets } = site;
  return {
    pid: process.pid,
    ready: false,
    gateway: `http://localhost:${ports.gateway}`,
    mail: `http://localhost:${ports.mailPage}`,
    sms: `https://localhost:${ports.sms}`,
    jestimo: `http://127.0.0.1:${ports.jestimo}`,
    queues: `http://localhost:${ports.queues}/queues`,
    nats: {
      url: `nats://127.0.0.1:${ports.nats}`,
      user: 'operator',
      password: secrets.natsPasswords.operator,
    },
    mongo: mongoUri(site),
    pids: {},
    children: {},
  };
}

interface Folder {
  readonly unlock: () => void;
  readonly last: RunningPlatform | undefined;
}

/** Ours alone until this process ends, however it does: the kernel holds the lock. */
function takeFolder(dataDir: string): Folder {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  closeToOthers(dataDir);
  const unlock = tryLockFolder(dataDir, 'launcher.lock');
  const last = readRunFile(dataDir);
  if (unlock) return { unlock, last };
  const where = last ? `: ${last.gateway} (process ${last.pid})` : '';
  throw new UsageError(`Intervia already runs on this data${where}`);
}

/** The folder, made ready: without what a killed launcher left running, and without the data of an older release. */
async function openFolder({ dataDir, restore }: LauncherOptions): Promise<void> {
  const { unlock, last } = takeFolder(dataDir);
  if (restore !== undefined) {
    if (!existsSync(join(restore, 'databases'))) throw new UsageError(`There is no backup in ${restore}`);
    if (existsSync(join(dataDir, 'secrets.json')))
      throw new UsageError(
        `${dataDir} has data already: a backup is restored into a new folder (--data DIR)`,
      );
    await copyFiles(restore, dataDir, KEPT);
  }
  const left = await endLeftovers(last?.children ?? {});
  if (left.length > 0) console.log(`Ended what the last launcher left running: ${left.join(', ')}.`);
  const aside = setOldDataAside(dataDir, new Date());
  if (aside) {
    console.log(`The data of an older release is kept in ${aside}; a new demo is set up.`);
    unlock();
    takeFolder(dataDir);
  }
  markFormat(dataDir);
}

/** `run.json` follows what happens as well as the disk lets it. */
function runFile(dataDir: string, run: RunningPlatform): (change: Partial<RunningPlatform>) => void {
  return (change) => {
    try {
      writeRunFile(dataDir, Object.assign(run, change));
    } catch (error) {
      console.warn(`launcher          run.json is not up to date: ${(error as Error).message}`);
    }
  };
}

/** Services of their own processes begin when all is there; the one process of all waits for that itself, loaded. */
async function startServices(
  site: Site,
  start: (spec: ProcessSpec) => Promise<void>,
  opened: Promise<void>,
): Promise<void> {
  if (site.options.split) await opened;
  for (const spec of planServices(site)) await start(spec);
}

/** With a backup, where one was named: streams and databases that hold nothing yet. */
async function fillStores(site: Site, run: RunningPlatform, stores: Promise<void>[]): Promise<void> {
  const { restore } = site.options;
  if (restore === undefined) return;
  await Promise.all(stores);
  await restoreStores(site, run, restore);
}

async function startAll(site: Site, supervisor: Supervisor, run: RunningPlatform): Promise<void> {
  const start = (spec: ProcessSpec): Promise<void> => supervisor.start(spec);
  rmSync(openedFile(site), { force: true });
  const stores = planStores(site).map(start);
  const bus = start(planBus(site))
    .then(() => fillStores(site, run, stores))
    .then(() => prepareBus(site, run));
  const outside = Promise.all(planOutside(site).map(start));
  // Told below, once the services are up, or with the first that fails.
  outside.catch(() => undefined);
  const opened = Promise.all([bus, ...stores]).then(() => writeFileSync(openedFile(site), ''));
  const services = startServices(site, start, opened);
  await Promise.all([opened, services]);
  await outside;
  if (!site.options.bare) await seedDemoOnce(site, run);
}

async function launch(options: LauncherOptions): Promise<void> {
  await openFolder(options);
  const site = await describeSite(options);
  const run = describeRun(site);
  const save = runFile(options.dataDir, run);
  const logs = openLogs(join(options.dataDir, 'logs'));
  const supervisor = new Supervisor({
    line: (name, text) => logs.line(name, text),
    restarted: (name, why) => {
      console.warn(`${name.padEnd(17)} stopped (${why}), starting it again`);
      // What a bus without its data lacks is made again; what is there stays as it is.
      if (name === 'nats')
        void prepareBus(site, run).catch((error: unknown) => logs.line('launcher', String(error)));
    },
    children: (children) =>
      save({
        children,
        pids: Object.fromEntries(Object.entries(children).map(([name, { pid }]) => [name, pid])),
      }),
  });
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= supervisor
      .stop()
      .then(() => logs.settled())
      .then(() => removeRunFile(options.dataDir));
    void stopping.then(() => process.exit(process.exitCode ?? 0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    await startAll(site, supervisor, run);
    save({ ready: true });
    console.log(welcome(run, options));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    stop();
  }
}

// Whoever read what we say may be gone; that ends nothing.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
// What we and our children write is nobody else's to read.
process.umask(0o077);

try {
  await launch(parseOptions(process.argv.slice(2), root));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
