import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SERVICES, type ServiceName } from './services.js';

export interface LauncherOptions {
  /** One process for each service instead of one for all. */
  split: boolean;
  /** Processes of each service; more than one needs `split`. */
  replicas: Record<ServiceName, number>;
  /** Folder of all that must survive: databases, streams, documents, secrets. */
  dataDir: string;
  /** Port of the gateway; other ports are taken near their usual number, or any when `anyPort`. */
  port: number;
  anyPort: boolean;
  /** Leave the demo agency out. */
  bare: boolean;
  /** Leave the demo's living tickets out: tests count their own. */
  pastOnly: boolean;
  /** Folder of a backup with which a new data folder begins. */
  restore: string | undefined;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const USAGE = `npm start -- [--split] [--replicas tickets=2,notifications=2] [--data DIR] [--port 3000] [--any-port] [--bare] [--past-only] [--restore DIR]`;

function parseReplicas(text: string): Record<ServiceName, number> {
  const replicas = Object.fromEntries(SERVICES.map((name) => [name, 1])) as Record<ServiceName, number>;
  for (const part of text.split(',').filter(Boolean)) {
    const [name, count] = part.split('=');
    const parsed = Number(count);
    if (!SERVICES.includes(name as ServiceName) || !Number.isInteger(parsed) || parsed < 1 || parsed > 16) {
      throw new UsageError(
        `--replicas ${part}: expected NAME=1…16 with NAME one of ${SERVICES.join(', ')}\n${USAGE}`,
      );
    }
    replicas[name as ServiceName] = parsed;
  }
  return replicas;
}

/** @throws UsageError with the usage line when an argument is unknown or malformed. */
export function parseOptions(args: string[], cwd: string): LauncherOptions {
  const { values } = (() => {
    try {
      return parseArgs({
        args,
        options: {
          split: { type: 'boolean', default: false },
          replicas: { type: 'string', default: '' },
          data: { type: 'string', default: `${cwd}/.intervia` },
          port: { type: 'string', default: '3000' },
          'any-port': { type: 'boolean', default: false },
          bare: { type: 'boolean', default: false },
          'past-only': { type: 'boolean', default: false },
          restore: { type: 'string' },
        },
      });
    } catch (cause) {
      throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
    }
  })();
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new UsageError(`--port ${values.port}\n${USAGE}`);
  const replicas = parseReplicas(values.replicas);
  const split = values.split || Object.values(replicas).some((count) => count > 1);
  return {
    split,
    replicas,
    dataDir: values.data,
    port,
    anyPort: values['any-port'],
    bare: values.bare,
    pastOnly: values['past-only'],
    restore: values.restore && resolve(cwd, values.restore),
  };
}
