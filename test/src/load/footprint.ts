import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { eventually } from '@intervia/testing';
import type { Document, MongoClient } from 'mongodb';

/** Database, stream and subjects of the bare chain. */
export const BARE = 'bench_bare';
export const STREAM = 'BENCH';
export const SUBJECT = {
  read: 'bench.ticket.read',
  list: 'bench.ticket.list',
  create: 'bench.ticket.create',
  event: 'benched.ticket',
};

/** The sequence of the tickets' numbers. */
export interface Counter {
  _id: string;
  last: number;
}
export const COUNTER = 'last';

interface Written {
  database: string;
  collection: string;
  document: Document;
}

/** What one created ticket leaves: its document, its events, and what others write when they hear of them. */
export interface Footprint {
  ticket: Written;
  events: { data: Uint8Array; documents: Written[] }[];
}

const TICKETS = { database: 'intervia_tickets', collection: 'tickets' };
/** Of what the platform keeps of its own accord. */
const OURS = /(^|_)intervia_/;

/**
 * Lets the platform create a ticket, looks at what it has left behind, and prepares the bare chain to leave as much.
 * @returns the id of the ticket.
 */
export async function takeFootprint(
  mongo: MongoClient,
  nats: NatsConnection,
  create: () => Promise<{ id: string }>,
): Promise<string> {
  const published: { id: string; data: Uint8Array }[] = [];
  const listening = nats.subscribe('evt.>', {
    callback: (_error, { headers, data }) => {
      published.push({ id: headers?.get('Intervia-Id') ?? '', data: data.slice() });
    },
  });
  await nats.flush();
  const before = await everyId(mongo);
  const { id } = await create();
  const written = await eventually(
    async () => {
      const documents = await newDocuments(mongo, before);
      const has = (_id: string) => documents.some(({ document }) => document['_id'] === _id);
      const heard = published.length > 0 && published.every((event) => has(event.id));
      const ticket = documents.find(({ document }) => document['_id'] === id);
      return heard && (ticket?.document['outbox'] as unknown[] | undefined)?.length === 0
        ? documents
        : undefined;
    },
    { what: 'what a ticket leaves behind' },
  );
  listening.unsubscribe();
  const isTicket = ({ collection, document }: Written) =>
    collection === TICKETS.collection && document['_id'] === id;
  const ticket = written.find(isTicket)!;
  const events = published.map(({ id: eventId, data }) => ({
    data,
    documents: written.filter(({ document }) => document['_id'] === eventId),
  }));
  const others = written.filter(
    (one) => !isTicket(one) && !events.some((event) => event.documents.includes(one)),
  );
  events.at(-1)?.documents.push(...others);
  await prepare(mongo, { ticket, events });
  const manager = await jetstreamManager(nats);
  await manager.streams.add({ name: STREAM, subjects: [`${SUBJECT.event}.>`] });
  return id;
}

/** An index belongs to what is written: the bare chain pays for it as well. Not unique: copies say the same. */
async function prepare(mongo: MongoClient, footprint: Footprint): Promise<void> {
  const bare = mongo.db(BARE);
  const { ticket, events } = footprint;
  const all = [ticket, ...events.flatMap(({ documents }) => documents)];
  for (const { database, collection } of new Map(all.map((one) => [one.collection, one])).values()) {
    for (const { key, name, partialFilterExpression } of await mongo
      .db(database)
      .collection(collection)
      .indexes()) {
      if (name === '_id_') continue;
      const options = partialFilterExpression ? { name, partialFilterExpression } : { name };
      await bare.collection(collection).createIndex(key, options);
    }
  }
  await bare.collection<Footprint>('footprint').insertOne(footprint);
  await bare.collection<Counter>('numbers').insertOne({ _id: COUNTER, last: 0 });
}

async function* collections(mongo: MongoClient) {
  const { databases } = await mongo.db('admin').admin().listDatabases({ nameOnly: true });
  for (const { name: database } of databases.filter(({ name }) => OURS.test(name))) {
    for (const { name } of await mongo.db(database).listCollections().toArray()) {
      yield { database, collection: name, documents: mongo.db(database).collection(name) };
    }
  }
}

const JUST_ID = { projection: { _id: 1 } } as const;

async function everyId(mongo: MongoClient): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { documents } of collections(mongo)) {
    for await (const { _id } of documents.find({}, JUST_ID)) ids.add(`${documents.namespace}/${String(_id)}`);
  }
  return ids;
}

async function newDocuments(mongo: MongoClient, before: ReadonlySet<string>): Promise<Written[]> {
  const found: Written[] = [];
  for await (const { database, collection, documents } of collections(mongo)) {
    const ids = await documents.find({}, JUST_ID).toArray();
    const added = ids.filter(({ _id }) => !before.has(`${documents.namespace}/${String(_id)}`));
    for (const { _id } of added) {
      const document = await documents.findOne({ _id });
      if (document) found.push({ database, collection, document });
    }
  }
  return found;
}
