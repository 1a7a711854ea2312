import { MAX_DOCUMENT_BYTES } from '../bson/encode.js';
import { MAX_MESSAGE_BYTES } from '../wire/message.js';
import type { Call, Command, Reply } from './command.js';
import { signInOfHello } from './sign-in.js';

const VERSION = '7.0.0';

/**
 * A standalone server: no setName, no topologyVersion, no compression. Wire version 21 (MongoDB 7.0)
 * keeps drivers from asking for what came later, such as the bulkWrite command.
 */
const hello = (call: Call): Reply => ({
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: 100_000,
  localTime: new Date(call.engine.now()),
  logicalSessionTimeoutMinutes: 30,
  connectionId: call.session.id,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
  ...signInOfHello(call),
  ok: 1,
});

const buildInfo = (): Reply => ({
  version: VERSION,
  versionArray: [7, 0, 0, 0],
  gitVersion: 'embedded-mongo',
  modules: ['embedded-mongo'],
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  storageEngines: ['lmdb'],
  ok: 1,
});

const acknowledge = (): Reply => ({ ok: 1 });

const featureCompatibility = { featureCompatibilityVersion: { version: '7.0' }, ok: 1 };

const serverStatus = ({ engine }: Call): Reply => ({
  version: VERSION,
  process: 'embedded-mongo',
  pid: process.pid,
  uptime: Math.round(process.uptime()),
  localTime: new Date(engine.now()),
  metrics: { cursor: { open: { total: engine.cursors.size } } },
  mem: { resident: Math.round(process.memoryUsage.rss() / 2 ** 20) },
  storageEngine: { name: 'lmdb', persistent: true },
  ok: 1,
});

export const handshakeCommands: readonly Command[] = [
  ...['hello', 'isMaster', 'ismaster'].map((name) => ({ name, accepts: 'anything' as const, run: hello })),
  ...['buildInfo', 'buildinfo'].map((name) => ({ name, accepts: [], run: buildInfo })),
  { name: 'ping', accepts: [], run: acknowledge },
  { name: 'endSessions', accepts: 'anything', run: acknowledge },
  { name: 'getParameter', accepts: 'anything', run: () => featureCompatibility },
  { name: 'serverStatus', accepts: 'anything', run: serverStatus },
];
