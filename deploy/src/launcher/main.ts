import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureCertificate, type RunningPlatform } from '@intervia/test';
import { markFormat, setOldDataAside } from './data-format.js';
import { openLogs } from './logs.js';
import { parseOptions, UsageError, type LauncherOptions } from './options.js';
import { mongoUri, planProcesses, type Ports, type Site } from './plan.js';
import { freePort } from './ports.js';
import { endLeftovers, readRunFile, removeRunFile, writeRunFile } from './run-file.js';
import { loadSecrets } from './secrets.js';
import { seed } from './seed.js';
import { Supervisor } from './supervisor.js';
import { welcome } from './welcome.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Ten thousand above the usual numbers, so that servers already on the machine keep theirs. */
const USUAL_PORTS: Omit<Ports, 'gateway'> = {
  nats: 14222,
  redis: 16379,
  mongo: 37017,
  smtp: 11025,
  mailPage: 11080,
  sms: 11443,
  queues: 13001,
};

async function choosePorts({ port, anyPort }: LauncherOptions): Promise<Ports> {
  const wanted = Object.entries({ gateway: port, ...USUAL_PORTS });
  const chosen: [string, number][] = [];
  for (const [name, preferred] of wanted) chosen.push([name, await freePort(anyPort ? 0 : preferred)]);
  return Object.fromEntries(chosen) as unknown as Ports;
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
    certificate: await ensureCertificate(join(options.dataDir, 'tls')),
    mongoUri: process.env['MONGODB_URI'],
    mongod: findOnPath('mongod'),
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
    queues: `http://localhost:${ports.queues}/queues`,
    nats: {
      url: `nats://127.0.0.1:${ports.nats}`,
      user: 'operator',
      password: secrets.natsPasswords.operator,
    },
    mongo: mongoUri(site),
    pids: {},
  };
}

async function launch(options: LauncherOptions): Promise<void> {
  const running = readRunFile(options.dataDir);
  if (running)
    throw new UsageError(`Intervia already runs on this data: ${running.gateway} (process ${running.pid})`);
  endLeftovers(options.dataDir);
  const aside = setOldDataAside(options.dataDir, new Date());
  if (aside) console.log(`The data of an older release is kept in ${aside}; a new demo is set up.`);
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  markFormat(options.dataDir);
  const site = await describeSite(options);
  const run = describeRun(site);
  const save = (change: Partial<RunningPlatform>): void =>
    writeRunFile(options.dataDir, Object.assign(run, change));
  const log = openLogs(join(options.dataDir, 'logs'));
  const supervisor = new Supervisor({
    line: log,
    restarted: (name, why) => console.warn(`${name.padEnd(17)} stopped (${why}), starting it again`),
    pids: (pids) => save({ pids }),
  });
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= supervisor.stop().then(() => removeRunFile(options.dataDir));
    void stopping.then(() => process.exit(process.exitCode ?? 0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    for (const spec of planProcesses(site)) await supervisor.start(spec);
    if (!options.bare) await seed(run.nats, 'movable');
    save({ ready: true });
    console.log(welcome(run, options));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    stop();
  }
}

try {
  await launch(parseOptions(process.argv.slice(2), root));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
