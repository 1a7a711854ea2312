import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRunFile } from '../launcher/run-file.js';
import { backUp } from './backup.js';
import { KEPT } from './kept.js';
import type { Stores } from './backup.js';

const DEFAULT_DATA = '.intervia';
const USAGE = 'npm run backup -- --to DIR [--data DIR]';

/** In a container variables say where; beside the launcher, its data folder does. */
function storesOf(data: string): Stores {
  const { MONGODB_URI, NATS_URL, NATS_PASSWORD_OPERATOR } = process.env;
  if (MONGODB_URI && NATS_URL && NATS_PASSWORD_OPERATOR)
    return { mongoUri: MONGODB_URI, nats: { url: NATS_URL, password: NATS_PASSWORD_OPERATOR } };
  const run = readRunFile(data);
  if (!run) throw new Error(`Nothing runs on ${data}. Start the platform (npm start).`);
  return { mongoUri: run.mongo, nats: run.nats };
}

try {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: DEFAULT_DATA }, to: { type: 'string' } },
  });
  if (values.to === undefined) throw new Error(USAGE);
  const [data, to] = [resolve(values.data), resolve(values.to)];
  if (existsSync(to)) throw new Error(`${to} is there already`);
  const { documents, streams } = await backUp(storesOf(data), data, KEPT, to);
  console.log(`${documents} documents, ${streams.length} streams, files and secrets are in ${to}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
