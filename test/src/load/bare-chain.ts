import Fastify from 'fastify';
import { MongoClient } from 'mongodb';
import { connect } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';

/**
 * The least that can do the job: one route, one raw request over NATS in JSON, one call of the driver.
 * No contract, no rights, no validation, no events. `ROLE=door` answers HTTP, `ROLE=store` answers NATS, so that
 * the chain has as many processes as ours.
 */
const { ROLE, NATS_URL, NATS_USER, NATS_PASSWORD, MONGODB_URI, PORT } = process.env as Record<string, string>;
const SUBJECT = { read: 'bench.ticket.read', create: 'bench.ticket.create' };

const nats = await connect({ servers: NATS_URL, user: NATS_USER, pass: NATS_PASSWORD, noAsyncTraces: true });

async function openDoor(): Promise<void> {
  const app = Fastify();
  app.get<{ Params: { id: string } }>('/tickets/:id', async ({ params }, reply) => {
    const answer = await nats.request(SUBJECT.read, JSON.stringify({ id: params.id }));
    return reply.type('application/json').send(Buffer.from(answer.data));
  });
  app.post('/tickets', async ({ body }, reply) => {
    const answer = await nats.request(SUBJECT.create, JSON.stringify(body));
    return reply.code(201).type('application/json').send(Buffer.from(answer.data));
  });
  await app.listen({ port: Number(PORT), host: '127.0.0.1' });
}

async function openStore(): Promise<void> {
  const tickets = (await MongoClient.connect(MONGODB_URI!))
    .db('bench_bare')
    .collection<{ _id: string }>('tickets');
  const answer = (subject: string, handle: (request: { id: string }) => Promise<unknown>): void => {
    nats.subscribe(subject, {
      queue: 'store',
      callback: (_error, message) => {
        void handle(message.json()).then((result) => message.respond(JSON.stringify(result)));
      },
    });
  };
  answer(SUBJECT.read, ({ id }) => tickets.findOne({ _id: id }));
  answer(SUBJECT.create, async (ticket) => {
    const document = { ...ticket, _id: ticket.id ?? randomUUID() };
    await tickets.insertOne(document);
    return document;
  });
  await nats.flush();
}

await (ROLE === 'door' ? openDoor() : openStore());
process.send?.('ready');
