import { FixedClock } from '@intervia/clock';
import type { EncodedEvent } from '@intervia/messaging';
import { EventPublisher } from '@intervia/messaging';
import type { MongoServer } from '@intervia/testing';
import { eventually, startMongo } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Connection, Model } from 'mongoose';
import { Schema, createConnection } from 'mongoose';
import { OutboxRelay } from './outbox-relay.js';
import type { OutboxFields } from './outbox.js';
import { outboxDefinition } from './outbox.js';

// Real servers on a busy machine.
jest.setTimeout(120_000);
const PATIENCE = { timeoutMs: 100_000 };

// What cannot be published is told in the log, which these tests provoke and do not need.
Logger.overrideLogger(false);

interface ThingDocument extends OutboxFields {
  _id: string;
}

const thingSchema = new Schema<ThingDocument>({ _id: String, ...outboxDefinition });
/** Nobody waits long enough for what is younger than a few seconds: this clock stands still. */
const NOW = FixedClock.at('2026-03-02T08:00:00Z').now();

/** Takes what it is given, but for what it refuses. */
class Stream extends EventPublisher {
  readonly taken: string[] = [];
  constructor(private readonly refuses: (event: EncodedEvent) => boolean) {
    super();
  }
  async publishEncoded(event: EncodedEvent): Promise<void> {
    if (this.refuses(event)) throw new Error('refused');
    this.taken.push(event.id);
  }
}

let mongo: MongoServer;
let connection: Connection;
let things: Model<ThingDocument>;
let relay: OutboxRelay;

function start(refuses: (event: EncodedEvent) => boolean = () => false): Stream {
  const stream = new Stream(refuses);
  relay = new OutboxRelay(() => connection.model<OutboxFields>('Thing'), stream, new FixedClock(NOW));
  relay.onApplicationBootstrap();
  return stream;
}

const entry = (id: string) => ({
  _id: id,
  type: 'intervia.tickets.events.v1.WorkOrderAccepted',
  aggregateId: id,
  agencyId: 'agency-1',
  occurredAt: NOW,
  data: Buffer.of(1),
});

/** By the driver: mongoose would take longer than the relay. */
const leave = (count: number, name: string, outboxAt = NOW) =>
  things.collection.insertMany(
    Array.from({ length: count }, (_, n) => ({
      _id: `${name}-${n}` as never,
      outbox: [entry(`${name}-${n}`)],
      outboxAt,
    })),
  );

beforeAll(async () => {
  mongo = await startMongo();
});

afterAll(() => mongo.stop());

beforeEach(async () => {
  connection = await createConnection(mongo.uri).asPromise();
  things = connection.model('Thing', thingSchema);
  await things.init();
});

afterEach(async () => {
  await relay.onApplicationShutdown();
  await connection.dropDatabase();
  await connection.close();
});

describe('a sweep of the outbox', () => {
  it('publishes at boot all that an outage left, however much', async () => {
    await leave(1_200, 'left');
    const stream = start();
    await eventually(
      async () => ((await things.exists({ outboxAt: { $exists: true } })) ? undefined : true),
      {
        ...PATIENCE,
        what: 'an end of what was left',
      },
    );
    expect(new Set(stream.taken).size).toBe(1_200);
  });

  it('reaches what stands behind a crowd that cannot be published, which stays', async () => {
    await leave(1_000, 'poison', new Date(NOW.getTime() - 60_000));
    await leave(1, 'good');
    const stream = start(({ id }) => id.startsWith('poison'));
    await eventually(() => (stream.taken.length > 0 ? true : undefined), {
      ...PATIENCE,
      what: 'the good one',
    });
    expect(stream.taken).toEqual(['good-0']);
    expect(await things.countDocuments({ outboxAt: { $exists: true }, _id: /^poison/ })).toBe(1_000);
  });

  it('ends with the app, though it has not come to its end', async () => {
    await leave(1_200, 'left');
    const stream = start(() => false);
    await eventually(() => (stream.taken.length > 0 ? true : undefined), { ...PATIENCE, what: 'the first' });
    await relay.onApplicationShutdown();
    const waiting = await things.countDocuments({ outboxAt: { $exists: true } });
    // Whole rounds: what was published was taken out.
    expect(waiting + new Set(stream.taken).size).toBe(1_200);
  });
});
