import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from './services.js';

export interface Secrets {
  natsPasswords: Record<ServiceName | 'operator', string>;
  portalSecret: string;
}

/** Hexadecimal after a letter: the NATS configuration would read a leading digit as a number. */
const random = (): string => `k${randomBytes(32).toString('hex')}`;

/** The secrets of this machine's platform: made once, kept beside its data, readable by its owner only. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const names = [...SERVICES, 'operator'] as const;
  const secrets: Secrets = {
    natsPasswords: Object.fromEntries(names.map((name) => [name, random()])) as Secrets['natsPasswords'],
    portalSecret: random(),
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
