import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateFiles } from '@intervia/test';
import type { LauncherOptions } from './options.js';
import type { Secrets } from './secrets.js';
import type { ProcessSpec } from './supervision/supervisor.js';

export interface Ports {
  gateway: number;
  nats: number;
  natsMonitor: number;
  redis: number;
  mongo: number;
  smtp: number;
  mailPage: number;
  sms: number;
  jestimo: number;
  /** Of the board of the queues. */
  queues: number;
}

export interface Site {
  root: string;
  options: LauncherOptions;
  ports: Ports;
  secrets: Secrets;
  certificate: CertificateFiles;
  /** `MONGODB_URI` of the environment; the launcher starts no database when it is set. */
  mongoUri: string | undefined;
  mongod: string | undefined;
  /** Since 2.10 nats-server can write every fact to the disk before it says so. */
  natsSyncsAlways: boolean;
  /** Health ports of the services that run in a process of their own, by process. */
  healthPorts: Readonly<Record<string, number>>;
}

export const HOST = '127.0.0.1';

export function folder(site: Site, name: string): string {
  const path = join(site.options.dataDir, name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** The engine's lock and the launcher's are SQLite's, which this Node calls experimental. */
export const node = (file: string, ...args: string[]): Pick<ProcessSpec, 'command' | 'args'> => ({
  command: process.execPath,
  args: ['--disable-warning=ExperimentalWarning', file, ...args],
});

/** What Node compiled is kept beside the data: the next start reads it instead of compiling again. */
export const compileCache = ({ dataDir }: LauncherOptions): Record<string, string> => ({
  NODE_COMPILE_CACHE: join(dataDir, 'cache'),
});

export const base = ({ options }: Site): Record<string, string> => ({
  INTERVIA_DATA: options.dataDir,
  ...compileCache(options),
  TZ: 'UTC',
});
