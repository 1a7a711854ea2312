import 'reflect-metadata';
import { create } from '@bufbuild/protobuf';
import { SystemClock } from '@intervia/clock';
import { WorkOrderAcceptedSchema } from '@intervia/contracts';
import type { WorkOrderAccepted } from '@intervia/contracts';
import type { EventMeta, OutgoingEvent } from '@intervia/messaging';
import { MessagingModule, NoHttpAdapter, OnEvent, listen } from '@intervia/messaging';
import { METRICS, Metrics, ObservabilityModule } from '@intervia/observability';
import type { MongoServer, RunningServer } from '@intervia/testing';
import { eventually, startMongo, startNats } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, Payload } from '@nestjs/microservices';
import { MongooseModule, getConnectionToken, getModelToken } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { Schema } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { DatabaseModule } from '../database.module.js';
import { Inbox } from '../inbox/inbox.js';
import { InboxModule } from '../inbox/inbox.module.js';
import type { OutboxFields } from './outbox.js';
import { outboxDefinition, outboxFields, pushToOutbox } from './outbox.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxModule } from './outbox.module.js';

const clock = new SystemClock();

// Real servers on a busy machine.
jest.setTimeout(60_000);

interface ThingDocument extends OutboxFields {
  _id: string;
  reference: string;
}

const thingSchema = new Schema<ThingDocument>({
  _id: { type: String, required: true },
  reference: { type: String, required: true, unique: true },
  ...outboxDefinition,
});

const handled: { comment: string; meta: EventMeta }[] = [];
let failures = 0;

@Controller()
class Consumer {
  constructor(private readonly inbox: Inbox) {}

  @OnEvent(WorkOrderAcceptedSchema)
  async onAccepted(@Payload() event: WorkOrderAccepted, @Ctx() meta: EventMeta): Promise<void> {
    await this.inbox.once(meta, async () => {
      handled.push({ comment: event.comment, meta });
      if (failures-- > 0) throw new Error('not yet');
    });
  }
}

@Module({})
class Root {}

let nats: RunningServer;
let mongo: MongoServer;
let dbName: string;
let app: INestApplication;

async function boot(): Promise<INestApplication> {
  const root = {
    module: Root,
    imports: [
      ObservabilityModule.forRoot({ service: 'things', healthPort: 0 }),
      MessagingModule.forRoot({ service: 'things', natsUrl: nats.url, clock: 'system' }),
      DatabaseModule.forRoot({ uri: mongo.uri, dbName }),
      MongooseModule.forFeature([{ name: 'Thing', schema: thingSchema }]),
      OutboxModule.forFeature('Thing'),
      InboxModule.forRoot(),
    ],
    controllers: [Consumer],
  };
  const booted = await NestFactory.create(root, new NoHttpAdapter(), { logger: false });
  await listen(booted, { service: 'things', events: true, backoffMs: [1, 1] });
  return booted;
}

const things = () => app.get<Model<ThingDocument>>(getModelToken('Thing'), { strict: false });
const relay = () => app.get(OutboxRelay, { strict: false });

function accepted(comment: string): OutgoingEvent {
  return {
    id: randomUUID(),
    agencyId: 'agency-1',
    aggregateId: 'thing-1',
    occurredAt: clock.now(),
    schema: WorkOrderAcceptedSchema,
    message: create(WorkOrderAcceptedSchema, { comment }),
  };
}

const insert = (id: string, ...comments: string[]) =>
  things().create({ _id: id, reference: `R-${id}`, ...outboxFields(comments.map(accepted), clock.now()) });

const metric = (name: string) => app.get(Metrics, { strict: false }).registry.getSingleMetricAsString(name);

const emptied = (id: string, timeoutMs = 15_000) =>
  eventually(
    async () => {
      const found = await things().findById(id).lean();
      return found?.outbox.length === 0 && found.outboxAt === undefined ? found : undefined;
    },
    { what: 'an empty outbox', timeoutMs },
  );

const heard = (count: number, timeoutMs = 15_000) =>
  eventually(() => (handled.length >= count ? true : undefined), { what: `${count} events`, timeoutMs });

beforeAll(async () => {
  mongo = await startMongo();
});

afterAll(async () => {
  await mongo.stop();
});

beforeEach(async () => {
  handled.length = 0;
  failures = 0;
  dbName = `outbox_${randomUUID().slice(0, 8)}`;
  // Its own stream, as its own inbox: a killed server may deliver again what only an earlier test's inbox knew.
  nats = await startNats();
  app = await boot();
});

afterEach(async () => {
  await app.get<Connection>(getConnectionToken()).dropDatabase();
  await app.close();
  await nats.stop();
});

describe('the outbox', () => {
  it('publishes in order, at once, and is then empty', async () => {
    await insert('t1', 'one', 'two', 'three');
    relay().notify('t1');
    await heard(3);
    expect(handled.map((one) => one.comment)).toEqual(['one', 'two', 'three']);
    await emptied('t1');
  });

  it('publishes at boot what a crash left between the save and the publication', async () => {
    await insert('t2', 'left behind');
    await app.close();
    app = await boot();
    await heard(1);
    await emptied('t2');
    expect(handled.map((one) => one.comment)).toEqual(['left behind']);
  });

  it('is swept later when nobody gave notice', async () => {
    await insert('t3', 'unnoticed');
    await heard(1);
    await emptied('t3');
  });

  it('publishes once what two relays publish, and keeps events that come meanwhile', async () => {
    const other = await boot();
    const otherRelay = other.get(OutboxRelay, { strict: false });
    await insert('t4', '0');
    for (let n = 1; n < 20; n += 1) {
      relay().notify('t4');
      otherRelay.notify('t4');
      await things().updateOne({ _id: 't4' }, pushToOutbox([accepted(String(n))], clock.now()));
    }
    relay().notify('t4');
    await heard(20);
    await emptied('t4');
    expect(handled.map((one) => Number(one.comment)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n),
    );
    await other.close();
  });

  it('publishes what was written from the hand of its writer, in order', async () => {
    const document = {
      _id: 't9',
      reference: 'R-t9',
      ...outboxFields(['one', 'two'].map(accepted), clock.now()),
    };
    await things().create(document);
    relay().publish('t9', document.outbox);
    await heard(2);
    await emptied('t9');
    expect(handled.map((one) => one.comment)).toEqual(['one', 'two']);
  });

  it('publishes first what waited when more was written', async () => {
    await insert('t10', 'earlier');
    const update = pushToOutbox([accepted('later')], clock.now());
    const before = await things().findOneAndUpdate({ _id: 't10' }, update).lean();
    relay().publish('t10', update.$push!.outbox.$each, before!.outbox);
    await heard(2);
    await emptied('t10');
    expect(handled.map((one) => one.comment)).toEqual(['earlier', 'later']);
  });

  it('keeps the order of a document that two relays are told of by their writers', async () => {
    const other = await boot();
    const otherRelay = other.get(OutboxRelay, { strict: false });
    await insert('t11');
    for (let n = 0; n < 40; n += 1) {
      const update = pushToOutbox([accepted(String(n))], clock.now());
      const before = await things().findOneAndUpdate({ _id: 't11' }, update).lean();
      (n % 3 === 0 ? otherRelay : relay()).publish('t11', update.$push!.outbox.$each, before!.outbox);
    }
    await heard(40);
    await emptied('t11');
    await other.close();
    const sequences = new Map(handled.map(({ comment, meta }) => [Number(comment), meta.sequence]));
    const inOrder = [...sequences].sort(([a], [b]) => a - b).map(([, sequence]) => sequence);
    expect(inOrder).toHaveLength(40);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  });

  it('keeps what it has while NATS is down', async () => {
    await nats.kill();
    await insert('t5', 'patient');
    relay().notify('t5');
    expect((await things().findById('t5').lean())?.outbox).toHaveLength(1);
    expect(await metric(METRICS.outboxOldest.name)).not.toMatch(/ 0$/m);
    await nats.restart();
    await heard(1, 40_000);
    await emptied('t5', 40_000);
    expect(handled.map((one) => one.comment)).toEqual(['patient']);
    expect(await metric(METRICS.outboxOldest.name)).toMatch(/collection="things",service="things"\} 0$/m);
    expect(await metric(METRICS.eventHandler.name)).toMatch(
      /_count\{.*type="intervia.tickets.events.v1.WorkOrderAccepted",outcome="ok"\} 1$/m,
    );
    await eventually(async () => /\} 0$/m.test(await metric(METRICS.eventPending.name)) || undefined, {
      what: 'a consumer with nothing pending',
    });
  });
});

describe('the inbox', () => {
  it('remembers what was done, not what failed', async () => {
    failures = 1;
    await insert('t6', 'twice tried');
    relay().notify('t6');
    await heard(2);
    const meta = handled[1]!.meta;
    const inbox = app.get(Inbox);
    await eventually(async () => {
      let again = false;
      await inbox.once(meta, async () => {
        again = true;
      });
      return again ? undefined : true;
    });
    expect(handled).toHaveLength(2);
  });
});

describe('the database', () => {
  it('has its indexes before the app is ready', async () => {
    const indexes = await things().collection.indexes();
    expect(indexes.map((index) => Object.keys(index.key as object)[0]).sort()).toEqual([
      '_id',
      'outboxAt',
      'reference',
    ]);
    await insert('t7');
    await expect(things().create({ _id: 't8', reference: 'R-t7' })).rejects.toMatchObject({ code: 11000 });
  });
});
