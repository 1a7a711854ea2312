import { asOutage } from '@intervia/messaging';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Connection, Model } from 'mongoose';
import { Schema, createConnection } from 'mongoose';
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { insertNew } from './insert-new.js';

// A real server on a busy machine.
jest.setTimeout(120_000);

interface Thing {
  _id: string;
}

let mongo: MongoServer;
let way: Server;
let connection: Connection;
let things: Model<Thing>;
const sockets = new Set<Socket>();

/** The way to the server, which can be cut: nobody at the other end answers, or takes a connection any more. */
async function wayTo(host: string, port: number): Promise<Server> {
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

beforeAll(async () => {
  mongo = await startMongo();
  const address = new URL(mongo.uri);
  way = await wayTo(address.hostname, Number(address.port));
  const { port } = way.address() as AddressInfo;
  address.host = `127.0.0.1:${port}`;
  address.searchParams.set('directConnection', 'true');
  connection = await createConnection(String(address), {
    serverSelectionTimeoutMS: 200,
    bufferCommands: false,
  }).asPromise();
  things = connection.model<Thing>('Thing', new Schema<Thing>({ _id: String }));
  await things.init();
  await things.insertMany(Array.from({ length: 3 }, (_, n) => ({ _id: `known-${n}` })));
});

afterAll(async () => {
  await connection.close();
  way.close();
  await mongo.stop();
});

it('a database that goes away is an outage in whatever was asked of it, a reading that had begun too', async () => {
  const begun = things.collection.find({}, { batchSize: 1 });
  await begun.next();
  way.close();
  for (const socket of sockets) socket.destroy();
  const document = { _id: 'new' };
  const asked: Record<string, () => Promise<unknown>> = {
    reading: () => things.findById('known-0').lean(),
    'the next page': () => begun.toArray(),
    counting: () => things.countDocuments(),
    inserting: () => things.create(document),
    'inserting many': () => things.insertMany([document, { _id: 'other' }], { ordered: false }),
    'inserting what is new': () => insertNew(things, [document]),
    changing: () => things.updateOne({ _id: 'known-0' }, { $set: { seen: true } }, { strict: false }),
    'changing one, and reading it': () => things.findOneAndUpdate({ _id: 'known-0' }, { $set: {} }),
    'changing in bulk': () =>
      things.bulkWrite([{ updateOne: { filter: { _id: 'known-0' }, update: { $set: { _id: 'known-0' } } } }]),
    deleting: () => things.deleteMany({ _id: 'known-0' }),
    pinging: () => connection.db!.command({ ping: 1 }),
  };
  const told: Record<string, string | undefined> = {};
  for (const [what, ask] of Object.entries(asked)) {
    told[what] = await ask().then(
      () => 'answered',
      (error: unknown) => asOutage(error)?.code ?? String(error),
    );
  }
  expect(told).toEqual(Object.fromEntries(Object.keys(asked).map((what) => [what, 'SERVICE_UNAVAILABLE'])));
});
