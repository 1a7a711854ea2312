#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from './server.js';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '27017' }, data: { type: 'string' } },
});
if (!values.data) {
  process.stderr.write('usage: embedded-mongo --data DIR [--port PORT]\n');
  process.exit(2);
}

const server = await startEmbeddedMongo({ dataDir: values.data, port: Number(values.port) });
process.stdout.write(`embedded-mongo ready on ${server.uri}\n`);

const stop = (): void => {
  void server.stop().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
