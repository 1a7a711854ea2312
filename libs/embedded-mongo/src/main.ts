#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { backup } from './backup.js';
import type { Credentials } from './access/scram.js';
import { startEmbeddedMongo } from './server.js';
import { DamagedError } from './storage/soundness.js';

const USAGE = `usage: embedded-mongo --data DIR [--port PORT] --credentials FILE | --open
       embedded-mongo --data DIR --backup EMPTY_DIR`;

/** Starting it again will not help: whoever supervises it stops and shows what it said. */
const EXIT_DAMAGED = 3;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '27017' },
    data: { type: 'string' },
    credentials: { type: 'string' },
    open: { type: 'boolean', default: false },
    backup: { type: 'string' },
  },
});
if (!values.data || (!values.backup && values.open === (values.credentials !== undefined))) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
// What it writes is nobody else's to read.
process.umask(0o077);

/** A file of one line, "user:password"; among the arguments everybody on the machine could read them. */
const credentialsIn = (file: string): Credentials => {
  const [, user, password] = /^([^:\n]+):([^\n]+)\n?$/.exec(readFileSync(file, 'utf8')) ?? [];
  if (!user || !password) throw new Error(`${file} holds no line "user:password"`);
  return { user, password };
};

const serve = async (dataDir: string): Promise<void> => {
  const access = values.credentials === undefined ? 'open' : credentialsIn(values.credentials);
  const server = await startEmbeddedMongo({ dataDir, port: Number(values.port), access });
  process.stdout.write(`embedded-mongo ready on ${server.uri}\n`);
  const stop = (): void => {
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

try {
  if (values.backup) await backup(values.data, values.backup);
  else await serve(values.data);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(error instanceof DamagedError ? EXIT_DAMAGED : 1);
}
