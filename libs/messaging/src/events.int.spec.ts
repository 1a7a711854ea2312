import 'reflect-metadata';
import { create } from '@bufbuild/protobuf';
import type { WorkOrderAccepted, WorkOrderRefused } from '@intervia/contracts';
import { WorkOrderAcceptedSchema, WorkOrderRefusedSchema } from '@intervia/contracts';
import type { RunningServer } from '@intervia/testing';
import { eventually, startNats } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, Payload } from '@nestjs/microservices';
import { randomUUID } from 'node:crypto';
import { DeadLetters } from './dead-letters.js';
import { OnEvent } from './decorators.js';
import { EventFeed } from './event-feed.js';
import { EventPublisher } from './event-publisher.js';
import type { EventMeta, OutgoingEvent } from './events.js';
import { listen } from './listen.js';
import { MessagingModule } from './messaging.module.js';
import { NoHttpAdapter } from './no-http-adapter.js';

// Real servers on a busy machine.
jest.setTimeout(60_000);

/** What a handler saw, and how it must behave. */
interface Sight {
  service: string;
  comment: string;
  meta: EventMeta;
}
const seen: Sight[] = [];
let behave: (sight: Sight) => void = () => undefined;

function consumerOf(service: string) {
  @Controller()
  class Consumer {
    @OnEvent(WorkOrderAcceptedSchema)
    async onAccepted(@Payload() event: WorkOrderAccepted, @Ctx() meta: EventMeta): Promise<void> {
      const sight = { service, comment: event.comment, meta };
      seen.push(sight);
      behave(sight);
    }
  }
  return Consumer;
}

@Controller()
class Twice {
  @OnEvent(WorkOrderRefusedSchema)
  async one(@Payload() _event: WorkOrderRefused): Promise<void> {}

  @OnEvent(WorkOrderRefusedSchema)
  async other(@Payload() _event: WorkOrderRefused): Promise<void> {}
}

@Module({})
class Root {}

let nats: RunningServer;
let raw: NatsConnection;
const apps: INestApplication[] = [];

async function boot(
  service: string,
  controllers: (new () => object)[] = [consumerOf(service)],
  backoffMs?: number[],
) {
  const messaging = MessagingModule.forRoot({ service, natsUrl: nats.url, clock: 'system' });
  const app = await NestFactory.create(
    { module: Root, imports: [messaging], controllers },
    new NoHttpAdapter(),
    {
      logger: false,
    },
  );
  apps.push(app);
  await listen(app, { service, events: true, backoffMs });
  return app;
}

function accepted(comment: string, overrides: Partial<OutgoingEvent> = {}): OutgoingEvent {
  return {
    id: randomUUID(),
    agencyId: 'agency-1',
    aggregateId: 'ticket-1',
    occurredAt: new Date('2026-03-02T08:00:00Z'),
    schema: WorkOrderAcceptedSchema,
    message: create(WorkOrderAcceptedSchema, { comment }),
    ...overrides,
  };
}

const publish = (app: INestApplication, event: OutgoingEvent) => app.get(EventPublisher).publish(event);
const comments = (service: string) => seen.filter((one) => one.service === service).map((one) => one.comment);
const until = (what: string, condition: () => boolean, timeoutMs = 10_000) =>
  eventually(() => condition() || undefined, { what, timeoutMs });

beforeAll(async () => {
  nats = await startNats();
  raw = await connect({ servers: nats.url, maxReconnectAttempts: -1 });
});

afterAll(async () => {
  await raw.close();
  await nats.stop();
});

beforeEach(async () => {
  seen.length = 0;
  behave = () => undefined;
  const manager = await jetstreamManager(raw);
  // Each test has its own history; nothing is there before the first one.
  for await (const { config } of manager.streams.list()) await manager.streams.delete(config.name);
});

afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

describe('events', () => {
  it('reach every service once, with their envelope', async () => {
    const app = await boot('notifications');
    await boot('reporting');
    const event = accepted('yes');
    await publish(app, event);
    await until('both', () => seen.length === 2);
    expect(seen.map((one) => one.service).sort()).toEqual(['notifications', 'reporting']);
    expect(seen[0]?.meta).toEqual({
      id: event.id,
      agencyId: 'agency-1',
      aggregateId: 'ticket-1',
      occurredAt: event.occurredAt,
      type: 'intervia.tickets.events.v1.WorkOrderAccepted',
      sequence: 1,
      deliveries: 1,
    });
  });

  it('published twice are delivered once', async () => {
    const app = await boot('notifications');
    const event = accepted('once');
    await publish(app, event);
    await publish(app, event);
    await publish(app, accepted('after'));
    await until('the last', () => comments('notifications').includes('after'));
    expect(comments('notifications')).toEqual(['once', 'after']);
  });

  it('wait for a service that is away', async () => {
    const app = await boot('notifications');
    const other = await boot('reporting');
    await other.close();
    await publish(app, accepted('meanwhile'));
    await boot('reporting');
    await until('the event', () => comments('reporting').length === 1);
  });

  it('keep the order of an aggregate while one fails, and hold up no other', async () => {
    const app = await boot('notifications');
    behave = ({ comment, meta }) => {
      if (comment === 'first' && meta.deliveries < 3) throw new Error('not yet');
    };
    await publish(app, accepted('first'));
    await publish(app, accepted('second'));
    await publish(app, accepted('elsewhere', { aggregateId: 'ticket-2' }));
    await until('the second', () => comments('notifications').includes('second'));
    expect(comments('notifications')).toEqual(['first', 'elsewhere', 'first', 'first', 'second']);
  });

  it('that are malformed go to the dead letters and hold up nothing', async () => {
    const app = await boot('notifications');
    await app.get(EventPublisher).publishEncoded({
      ...accepted('x'),
      type: WorkOrderAcceptedSchema.typeName,
      data: new Uint8Array([0xff, 0xff, 0x07]),
    });
    await publish(app, accepted('good'));
    await until('the good one', () => comments('notifications').includes('good'));
    const [letter] = await app.get(DeadLetters).list({ service: 'notifications' });
    expect(letter).toMatchObject({ reason: 'MALFORMED_EVENT', service: 'notifications', deliveries: 1 });
  });

  it('run by replicas are handled by one of them', async () => {
    const app = await boot('notifications');
    await boot('notifications');
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => publish(app, accepted(String(n), { aggregateId: `t${n % 20}` }))),
    );
    await until('all', () => seen.length >= 200);
    expect(new Set(comments('notifications')).size).toBe(200);
    expect(seen).toHaveLength(200);
  });

  it('survive a restart of NATS', async () => {
    const app = await boot('notifications');
    await publish(app, accepted('before'));
    await until('the first', () => seen.length === 1);
    await nats.kill();
    await nats.restart();
    await eventually(() => publish(app, accepted('after', { id: 'event-after' })).then(() => true));
    await until('the second', () => comments('notifications').includes('after'), 30_000);
    expect(comments('notifications')).toEqual(['before', 'after']);
  });

  it('have one handler per service', async () => {
    await expect(boot('portal', [Twice])).rejects.toThrow(
      'one handler per service, not two: intervia.tickets.events.v1.WorkOrderRefused',
    );
  });
});

describe('dead letters', () => {
  const lettersOf = (app: INestApplication, service: string) =>
    eventually(async () => {
      const letters = await app.get(DeadLetters).list({ service });
      return letters.length > 0 ? letters : undefined;
    });

  it('hold what failed to the end, with the reason, and free the aggregate', async () => {
    const app = await boot('notifications', undefined, [1, 1]);
    behave = ({ comment }) => {
      if (comment === 'poison') throw Object.assign(new Error('boom'), { code: 'NO_TEMPLATE' });
    };
    const event = accepted('poison');
    await publish(app, event);
    await publish(app, accepted('next'));
    const letters = await lettersOf(app, 'notifications');
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({
      id: event.id,
      agencyId: 'agency-1',
      aggregateId: 'ticket-1',
      type: WorkOrderAcceptedSchema.typeName,
      reason: 'NO_TEMPLATE',
      deliveries: 3,
    });
    await until('the next', () => comments('notifications').includes('next'));
    expect(comments('notifications')).toEqual(['poison', 'poison', 'poison', 'next']);
  });

  it('are replayed to the service that gave up, and to no other', async () => {
    const app = await boot('notifications', undefined, [1]);
    await boot('reporting');
    behave = ({ service }) => {
      if (service === 'notifications') throw new Error('boom');
    };
    const event = accepted('again');
    await publish(app, event);
    const [letter] = await lettersOf(app, 'notifications');
    behave = () => undefined;
    seen.length = 0;
    expect(await app.get(DeadLetters).replay(letter!.sequence)).toBe(true);
    await publish(app, accepted('after'));
    await until('all', () => seen.length === 3);
    expect(comments('notifications')).toEqual(['again', 'after']);
    expect(comments('reporting')).toEqual(['after']);
    expect(seen.find((one) => one.comment === 'again')?.meta).toMatchObject({ id: event.id, deliveries: 1 });
    expect(await app.get(DeadLetters).list()).toEqual([]);
    expect(await app.get(DeadLetters).replay(letter!.sequence)).toBe(false);
  });

  it('hold what the server gave up on because the process died each time', async () => {
    const first = await boot('notifications', undefined, []);
    await first.close();
    const publisher = await boot('reporting', []);
    const event = accepted('killer');
    await publish(publisher, event);
    // Stands for a process that took the event and died over it.
    const victim = await jetstream(raw).consumers.get('EVENTS', 'notifications-intervia_tickets_events_v1');
    (await victim.next())?.nak();
    const app = await boot('notifications', undefined, []);
    const [letter] = await lettersOf(app, 'notifications');
    expect(letter).toMatchObject({ id: event.id, reason: 'MAX_DELIVERIES', deliveries: 1 });
    expect(comments('notifications')).toEqual([]);
  });
});

describe('the feed', () => {
  it('gives what was missed, then what comes, and ends on abort', async () => {
    const app = await boot('notifications');
    await publish(app, accepted('old'));
    await publish(app, accepted('missed'));
    const stop = new AbortController();
    const items: string[] = [];
    const reading = (async () => {
      const feed = app
        .get(EventFeed)
        .read({ schemas: [WorkOrderAcceptedSchema], afterSequence: 1, signal: stop.signal });
      for await (const { message } of feed) items.push((message as WorkOrderAccepted).comment);
    })();
    await until('the missed one', () => items.length === 1);
    await publish(app, accepted('new'));
    await until('the new one', () => items.length === 2);
    stop.abort();
    await reading;
    expect(items).toEqual(['missed', 'new']);
  });
});
