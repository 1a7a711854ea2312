import { AckPolicy, jetstream, jetstreamManager, type JsMsg } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import Fastify from 'fastify';
import { MongoClient, type Document } from 'mongodb';
import { randomUUID } from 'node:crypto';
import { BARE, COUNTER, STREAM, SUBJECT, type Counter, type Footprint } from '../footprint.js';
import { FIRST_PAGE, ROW_FIELDS } from './list-rows.js';

/**
 * The least that can do the job: one route, one raw request over NATS in JSON, the driver. No contract, no rights, no
 * validation, no outbox. A created ticket leaves what ours leaves: the same documents under the same indexes, the
 * same bytes on a stream, and a consumer that writes what ours writes when it hears of them.
 * `ROLE=door` answers HTTP, `ROLE=store` answers NATS, `ROLE=listener` consumes.
 */
const { ROLE, NATS_URL, NATS_USER, NATS_PASSWORD, MONGODB_URI, PORT } = process.env as Record<string, string>;

/** As long as ours: a busy machine makes nobody fail. */
const PATIENCE = { timeout: 15_000 };

const nats = await connect({ servers: NATS_URL, user: NATS_USER, pass: NATS_PASSWORD, noAsyncTraces: true });
const mongo = async () => MongoClient.connect(MONGODB_URI!);

async function openDoor(): Promise<void> {
  const app = Fastify();
  const ask = async (subject: string, request: unknown): Promise<Buffer> =>
    Buffer.from((await nats.request(subject, JSON.stringify(request), PATIENCE)).data);
  app.get<{ Params: { id: string } }>('/tickets/:id', async ({ params }, reply) =>
    reply.type('application/json').send(await ask(SUBJECT.read, params)),
  );
  app.get('/tickets', async (_request, reply) =>
    reply.type('application/json').send(await ask(SUBJECT.list, {})),
  );
  app.post('/tickets', async ({ body }, reply) =>
    reply
      .code(201)
      .type('application/json')
      .send(await ask(SUBJECT.create, body)),
  );
  await app.listen({ port: Number(PORT), host: '127.0.0.1' });
}

function answer(subject: string, handle: (request: { id: string }) => Promise<unknown>): void {
  nats.subscribe(subject, {
    queue: 'store',
    callback: (_error, message) => {
      void handle(message.json()).then((result) => message.respond(JSON.stringify(result)));
    },
  });
}

async function footprint(client: MongoClient): Promise<Footprint> {
  const found = await client
    .db(BARE)
    .collection<Footprint>('footprint')
    .findOne({}, { promoteBuffers: true });
  if (!found) throw new Error('no footprint to copy');
  return found;
}

async function openStore(): Promise<void> {
  const client = await mongo();
  const db = client.db(BARE);
  const { ticket, events } = await footprint(client);
  const stream = jetstream(nats);
  const answers = db.collection<{ _id: string }>('answers');
  const tickets = db.collection<Document>(ticket.collection);
  const numbers = db.collection<Counter>('numbers');
  const ofPlatform = client.db(ticket.database).collection(ticket.collection);
  answer(SUBJECT.read, ({ id }) => answers.findOne({ _id: id }));
  answer(SUBJECT.list, () =>
    ofPlatform
      .find(FIRST_PAGE.filter, { projection: ROW_FIELDS })
      .sort(FIRST_PAGE.sort)
      .limit(FIRST_PAGE.limit)
      .toArray(),
  );
  answer(SUBJECT.create, async () => {
    const counted = await numbers.findOneAndUpdate({ _id: COUNTER }, { $inc: { last: 1 } });
    const id = randomUUID();
    const document = { ...ticket.document, _id: id, number: counted?.last, origin: id };
    await tickets.insertOne(document as Document);
    await Promise.all(
      events.map(({ data }, n) => stream.publish(`${SUBJECT.event}.${n}`, data, { msgID: randomUUID() })),
    );
    return document;
  });
  await nats.flush();
}

async function openListener(): Promise<void> {
  const client = await mongo();
  const db = client.db(BARE);
  const { events } = await footprint(client);
  const manager = await jetstreamManager(nats);
  await manager.consumers.add(STREAM, { durable_name: 'listener', ack_policy: AckPolicy.Explicit });
  const consumer = await jetstream(nats).consumers.get(STREAM, 'listener');
  const handle = async (message: JsMsg): Promise<void> => {
    const event = events[Number(message.subject.split('.').at(-1))];
    for (const { collection, document } of event?.documents ?? []) {
      await db.collection<Document>(collection).insertOne({ ...document, _id: randomUUID() } as Document);
    }
    message.ack();
  };
  await consumer.consume({ max_messages: 128, callback: (message) => void handle(message) });
}

const ROLES: Record<string, () => Promise<void>> = {
  door: openDoor,
  store: openStore,
  listener: openListener,
};
await ROLES[ROLE ?? '']?.();
process.send?.('ready');
