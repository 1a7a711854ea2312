import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { deserialize, Long, serialize } from 'bson';
import { type EmbeddedMongo, startEmbeddedMongo } from '../index.js';

let dataDir: string;
let server: EmbeddedMongo;
const sockets = new Set<Socket>();

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
  server = await startEmbeddedMongo({ access: 'open', dataDir });
});

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});

afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const open = async (): Promise<Socket> => {
  const socket = connect(server.port, '127.0.0.1');
  sockets.add(socket);
  await once(socket, 'connect');
  return socket;
};

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};

const message = (payload: Buffer, { opcode = 2013, length = payload.length + 16 } = {}): Buffer =>
  Buffer.concat([int32(length), int32(7), int32(0), int32(opcode), payload]);

const body = (doc: object): Buffer => Buffer.concat([Buffer.of(0), Buffer.from(serialize(doc))]);
const flags = (value: number): Buffer => int32(value);
const ping = message(Buffer.concat([flags(0), body({ ping: 1, $db: 'x' })]));

const reply = async (socket: Socket): Promise<Record<string, unknown>> => {
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  return deserialize(bytes.subarray(21));
};

const badBson = Buffer.from(serialize({ ping: 1, $db: 'x' }));
badBson[4] = 0x66;

const farDate = Buffer.from(serialize({ ping: Long.MAX_VALUE, $db: 'x' }));
farDate[4] = 0x09;

const marked = Buffer.from(serialize({ ping: 1, _bsontypX: 'x', $db: 'x' }));
marked[marked.indexOf('_bsontypX') + 8] = 'e'.charCodeAt(0);

describe('a connection', () => {
  it.each<[string, Buffer]>([
    ['a negative length', message(Buffer.alloc(0), { length: -5 })],
    ['an oversized message', message(Buffer.alloc(0), { length: 50_000_000 })],
    ['an unknown operation', message(Buffer.alloc(8), { opcode: 2012 })],
    ['a message without flags', message(Buffer.alloc(2))],
    ['an unknown required flag', message(Buffer.concat([flags(8), body({ ping: 1, $db: 'x' })]))],
    ['an unknown section', message(Buffer.concat([flags(0), Buffer.of(9), int32(5), Buffer.of(0)]))],
    [
      'a section past the end',
      message(Buffer.concat([flags(0), Buffer.of(1), int32(5000), Buffer.from('a\0')])),
    ],
    ['a document past the end', message(Buffer.concat([flags(0), Buffer.of(0), int32(5000), Buffer.of(0)]))],
    ['two bodies', message(Buffer.concat([flags(0), body({ ping: 1, $db: 'x' }), body({ ping: 1 })]))],
    [
      'OP_QUERY on a collection',
      message(
        Buffer.concat([flags(0), Buffer.from('db.items\0'), int32(0), int32(1), Buffer.from(serialize({}))]),
        { opcode: 2004 },
      ),
    ],
  ])('is closed by %s, and the server lives on', async (_name, bytes) => {
    const socket = await open();
    const closed = once(socket, 'close');
    socket.on('error', () => undefined);
    socket.write(bytes);
    await closed;
    const other = await open();
    other.write(ping);
    expect(await reply(other)).toMatchObject({ ok: 1 });
  });

  it.each<[string, Buffer, number]>([
    ['no database', body({ ping: 1 }), 40571],
    ['an element of unknown type', Buffer.concat([Buffer.of(0), badBson]), 22],
    ['a date that JavaScript cannot hold', Buffer.concat([Buffer.of(0), farDate]), 2],
    ['a field of the name that marks classes', Buffer.concat([Buffer.of(0), marked]), 2],
  ])('answers %s, and goes on', async (_name, section, code) => {
    const socket = await open();
    socket.write(message(Buffer.concat([flags(0), section])));
    expect(await reply(socket)).toMatchObject({ ok: 0, code });
    socket.write(ping);
    expect(await reply(socket)).toMatchObject({ ok: 1 });
  });

  it('puts a message together from its pieces', async () => {
    const socket = await open();
    for (const byte of ping) socket.write(Buffer.of(byte));
    expect(await reply(socket)).toMatchObject({ ok: 1 });
  });

  it('answers pipelined messages in order', async () => {
    const socket = await open();
    const count = 500;
    let received = 0;
    const all = new Promise<void>((resolve) => {
      socket.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received >= count * (16 + 5 + serialize({ ok: 1 }).length)) resolve();
      });
    });
    socket.write(Buffer.concat(Array.from({ length: count }, () => ping)));
    await all;
  });

  it('answers an old hello in the old form', async () => {
    const socket = await open();
    const query = Buffer.concat([
      flags(0),
      Buffer.from('admin.$cmd\0'),
      int32(0),
      int32(-1),
      Buffer.from(serialize({ ismaster: 1 })),
    ]);
    socket.write(message(query, { opcode: 2004 }));
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    expect(bytes.readInt32LE(12)).toBe(1);
    expect(deserialize(bytes.subarray(36))).toMatchObject({ isWritablePrimary: true, maxWireVersion: 21 });
  });
});
