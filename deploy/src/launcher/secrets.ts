import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUS_USERS, OPERATOR } from '../nats/users.js';
import type { ServiceName } from './services.js';

export interface Secrets {
  natsPasswords: Record<ServiceName | typeof OPERATOR, string>;
  redisPassword: string;
  /** Of the embedded engine. */
  mongoPassword: string;
  portalSecret: string;
  cursorSecret: string;
  /** Chains the histories of tickets. */
  historyKey: string;
  /** Seals the accounts of agencies: "id:base64 of 32 bytes". */
  sealingKey: string;
  /** Opens the board of the queues. */
  operatorToken: string;
}

/** Hexadecimal after a letter: the NATS configuration would read a leading digit as a number. */
const random = (): string => `k${randomBytes(32).toString('hex')}`;

/** By which histories are chained on this data; undefined where no platform was ever started. Makes nothing. */
export function keptHistoryKey(dataDir: string): string | undefined {
  const file = join(dataDir, 'secrets.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>).historyKey
    : undefined;
}

/** The secrets of this machine's platform: each made once, kept beside its data, readable by its owner only. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const names = [...BUS_USERS.map(({ name }) => name), OPERATOR];
  const passwords = Object.fromEntries(names.map((name) => [name, random()])) as Secrets['natsPasswords'];
  const secrets: Secrets = {
    natsPasswords: { ...passwords, ...kept.natsPasswords },
    redisPassword: kept.redisPassword ?? random(),
    mongoPassword: kept.mongoPassword ?? random(),
    portalSecret: kept.portalSecret ?? random(),
    cursorSecret: kept.cursorSecret ?? random(),
    historyKey: kept.historyKey ?? random(),
    sealingKey: kept.sealingKey ?? `k1:${randomBytes(32).toString('base64')}`,
    operatorToken: kept.operatorToken ?? random(),
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
