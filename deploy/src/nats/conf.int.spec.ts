import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freePort } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection, PermissionViolationError } from '@nats-io/transport-node';
import { writeNatsConf } from '../launcher/nats-conf.js';
import { readCalls, readEventPackages } from './calls.js';
import { renderUser, rightsOf } from './conf.js';
import { prepareBus } from './prepare.js';
import { BUS_USERS, OPERATOR, passwordVariable } from './users.js';

const ROOT = join(import.meta.dirname, '../../..');
const callsOf = ({ sources }: { sources: string }): readonly string[] => readCalls(join(ROOT, sources));
/** A user may be known before its service is here. */
const PRESENT = BUS_USERS.filter(({ sources }) => existsSync(join(ROOT, sources)));
const NAMES = BUS_USERS.map(({ name }) => name);

let folder: string;
let server: ChildProcess;
let url: string;
const connections = new Map<string, NatsConnection>();
const violations = new Map<string, PermissionViolationError[]>();

const open = async (user: string, inboxPrefix: string): Promise<NatsConnection> => {
  const connection = await connect({ servers: url, user, pass: `k${user}`, inboxPrefix, reconnect: false });
  const seen: PermissionViolationError[] = [];
  violations.set(user, seen);
  void (async () => {
    for await (const status of connection.status()) {
      if (status.type === 'error' && status.error instanceof PermissionViolationError)
        seen.push(status.error);
    }
  })();
  connections.set(user, connection);
  return connection;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intervia-bus-'));
  const port = await freePort();
  const conf = writeNatsConf({
    folder,
    users: join(ROOT, 'deploy/nats/users.conf'),
    store: join(folder, 'store'),
    host: '127.0.0.1',
    port,
    monitorPort: await freePort(),
    canSyncAlways: false,
  });
  const env = Object.fromEntries([OPERATOR, ...NAMES].map((name) => [passwordVariable(name), `k${name}`]));
  server = spawn('nats-server', ['-c', conf], { env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' });
  url = `nats://127.0.0.1:${port}`;
  await eventually(() => open(OPERATOR, '_INBOX').catch(() => undefined), { what: 'nats-server' });
  await prepareBus({ url, password: `k${OPERATOR}` });
  for (const name of NAMES) await open(name, `_INBOX.${name}`);
});

afterAll(async () => {
  for (const connection of connections.values()) await connection.close();
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

/** Whether the server lets the user publish there: it says nothing to who may, so that two rounds end the wait. */
const mayPublish = async (user: string, subject: string): Promise<boolean> => {
  const connection = connections.get(user)!;
  const seen = violations.get(user)!;
  seen.length = 0;
  connection.publish(subject);
  await connection.flush();
  await connection.flush();
  return !seen.some((error) => error.operation === 'publish' && error.subject === subject);
};

const maySubscribe = async (user: string, subject: string): Promise<boolean> => {
  const connection = connections.get(user)!;
  const seen = violations.get(user)!;
  seen.length = 0;
  const subscription = connection.subscribe(subject, { callback: () => undefined });
  await connection.flush();
  subscription.unsubscribe();
  await connection.flush();
  return !seen.some((error) => error.operation === 'subscription' && error.subject === subject);
};

const concrete = (subject: string): string => subject.replace('>', 'x').replaceAll('*', 'x');

const matches = (pattern: string, subject: string): boolean => {
  const [parts, given] = [pattern.split('.'), subject.split('.')];
  for (const [at, part] of parts.entries()) {
    if (part === '>') return given.length > at;
    if (part !== '*' && part !== given[at]) return false;
  }
  return parts.length === given.length;
};

/** Everything that anybody may publish, and what nobody but the operator may. */
const SUBJECTS = [
  ...new Set(PRESENT.flatMap((user) => rightsOf(user, callsOf(user)).publish.map(concrete))),
  ...['EVENTS', 'DEAD', 'ADVISORIES', 'KV_clock', 'MINE'].flatMap((stream) =>
    ['CREATE', 'UPDATE', 'DELETE', 'PURGE', 'SNAPSHOT', 'RESTORE'].map(
      (verb) => `$JS.API.STREAM.${verb}.${stream}`,
    ),
  ),
  ...['EVENTS', 'DEAD', 'ADVISORIES'].flatMap((stream) => [
    `$JS.API.CONSUMER.CREATE.${stream}`,
    `$JS.API.CONSUMER.CREATE.${stream}.mine`,
    `$JS.API.CONSUMER.CREATE.${stream}.mine.evt.x`,
    `$JS.API.CONSUMER.DURABLE.CREATE.${stream}.mine`,
    `$JS.API.CONSUMER.DELETE.${stream}.mine`,
  ]),
  ...['$KV.clock.offset', '$SYS.REQ.SERVER.PING', '_INBOX.x', 'evt.x', 'dead.x'],
  ...NAMES.map((name) => `_INBOX.${name}.x`),
];

const SECRETS = [
  ...['>', '_INBOX.>', 'rpc.>', 'evt.>', 'dead.>', '$JS.>', '$SYS.>', 'health.>', 'replay.>'],
  ...NAMES.flatMap((name) => [`_INBOX.${name}.>`, `health.${name}`, `replay.${name}`]),
  ...BUS_USERS.flatMap(({ speaks }) => (speaks ? [`rpc.intervia.${speaks}.>`] : [])),
];

describe('deploy/nats/users.conf', () => {
  it('is what the table and the code say: « npm run nats » writes it', () => {
    const written = readFileSync(join(ROOT, 'deploy/nats/users.conf'), 'utf8');
    for (const user of PRESENT) expect(written).toContain(renderUser(user, callsOf(user)));
  });

  it.each(PRESENT)('lets $name publish what is its own, and nothing else', async (user) => {
    const { publish } = rightsOf(user, callsOf(user));
    const wrong: string[] = [];
    for (const subject of SUBJECTS) {
      const allowed = publish.some((pattern) => matches(pattern, subject));
      if ((await mayPublish(user.name, subject)) !== allowed) wrong.push(subject);
    }
    expect(wrong).toEqual([]);
  });

  it.each(PRESENT)('lets $name hear what is its own, and nothing else', async (user) => {
    const { subscribe } = rightsOf(user, callsOf(user));
    const wrong: string[] = [];
    for (const subject of SECRETS) {
      if ((await maySubscribe(user.name, subject)) !== subscribe.includes(subject)) wrong.push(subject);
    }
    expect(wrong).toEqual([]);
  });

  it.each(PRESENT.filter(({ speaks }) => speaks))(
    'lets $name follow the facts that its code handles, and no others',
    ({ sources, speaks, follows = [] }) => {
      const own = `intervia.${String(speaks)}.events.v1`;
      const handled = readEventPackages(join(ROOT, sources)).filter((name) => name !== own);
      expect(handled).toEqual(follows.toSorted());
    },
  );

  it('lets whoever was asked reply, once, and nobody else', async () => {
    const [tickets, directory, portal] = ['tickets', 'directory', 'contractor-portal'].map((name) =>
      connections.get(name)!,
    ) as [NatsConnection, NatsConnection, NatsConnection];
    const subject = callsOf(BUS_USERS.find(({ name }) => name === 'contractor-portal')!).find((call) =>
      call.startsWith('rpc.intervia.directory.'),
    )!;
    let inbox = '';
    directory.subscribe(subject, {
      callback: (_error, message) => {
        inbox = message.reply ?? '';
        message.respond('mine');
      },
    });
    await directory.flush();
    expect((await portal.request(subject)).string()).toBe('mine');
    expect(await mayPublish('directory', inbox)).toBe(false);
    expect(await mayPublish('tickets', inbox)).toBe(false);
    expect(await maySubscribe('tickets', inbox)).toBe(false);
    expect(tickets.isClosed()).toBe(false);
  });

  it('leaves the streams whole after all of that', async () => {
    const manager = await jetstreamManager(connections.get(OPERATOR)!);
    const names: string[] = [];
    for await (const { config } of manager.streams.list()) names.push(config.name);
    expect(names.sort()).toEqual(['ADVISORIES', 'DEAD', 'EVENTS', 'KV_clock']);
    const { config } = await manager.streams.info('EVENTS');
    expect(config.max_age).toBeGreaterThan(0);
    expect(config.max_bytes).toBeGreaterThan(0);
  });
});
