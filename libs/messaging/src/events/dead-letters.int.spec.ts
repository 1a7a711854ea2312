import 'reflect-metadata';
import type { WorkOrderAccepted } from '@intervia/contracts';
import { WorkOrderAcceptedSchema } from '@intervia/contracts';
import type { RunningServer } from '@intervia/testing';
import { eventually, startNats } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { INestApplication } from '@nestjs/common';
import { DeadLetters } from './dead-letters.js';
import { EventFeed } from './event-feed.js';
import { EventHouse, accepted, publish } from '../testing/event-house.js';

// Real servers on a busy machine.
jest.setTimeout(60_000);

let nats: RunningServer;
let house: EventHouse;

const until = (what: string, condition: () => boolean, timeoutMs = 30_000) =>
  eventually(() => condition() || undefined, { what, timeoutMs });

beforeAll(async () => {
  nats = await startNats();
  house = await EventHouse.open(nats.url);
});

afterEach(() => house.clear());

afterAll(async () => {
  await house.raw.close();
  await nats.stop();
});

describe('dead letters', () => {
  const lettersOf = (app: INestApplication, service: string) =>
    eventually(async () => {
      const letters = await app.get(DeadLetters).list({ service });
      return letters.length > 0 ? letters : undefined;
    });

  it('hold what failed to the end, with the reason, and free the aggregate', async () => {
    const app = await house.boot('notifications', { backoffMs: [1, 1] });
    house.behave = ({ comment }) => {
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
    await until('the next', () => house.comments('notifications').includes('next'));
    expect(house.comments('notifications')).toEqual(['poison', 'poison', 'poison', 'next']);
  });

  it('are replayed to the service that gave up, and to no other', async () => {
    const app = await house.boot('notifications', { backoffMs: [1] });
    await house.boot('reporting');
    house.behave = ({ service }) => {
      if (service === 'notifications') throw new Error('boom');
    };
    const event = accepted('again');
    await publish(app, event);
    const [letter] = await lettersOf(app, 'notifications');
    house.behave = () => undefined;
    house.seen.length = 0;
    expect(await app.get(DeadLetters).replay(letter!.sequence)).toBe(true);
    await publish(app, accepted('after'));
    await until('all', () => house.seen.length === 3);
    expect(house.comments('notifications')).toEqual(['again', 'after']);
    expect(house.comments('reporting')).toEqual(['after']);
    expect(house.seen.find((one) => one.comment === 'again')?.meta).toMatchObject({
      id: event.id,
      deliveries: 1,
    });
    expect(await app.get(DeadLetters).list()).toEqual([]);
    expect(await app.get(DeadLetters).replay(letter!.sequence)).toBe(false);
  });

  it('hold what the server gave up on because the process died each time', async () => {
    const first = await house.boot('notifications', { backoffMs: [] });
    await first.close();
    const publisher = await house.boot('reporting', { controllers: [] });
    const event = accepted('killer');
    await publish(publisher, event);
    // Stands for a process that took the event and died over it.
    const victim = await jetstream(house.raw).consumers.get(
      'EVENTS',
      'notifications-intervia_tickets_events_v1',
    );
    (await victim.next())?.nak();
    const app = await house.boot('notifications', { backoffMs: [] });
    const [letter] = await lettersOf(app, 'notifications');
    expect(letter).toMatchObject({ id: event.id, reason: 'MAX_DELIVERIES', deliveries: 1 });
    expect(house.comments('notifications')).toEqual([]);
  });
});

describe('the feed', () => {
  it('gives what was missed, then what comes, and ends on abort', async () => {
    const app = await house.boot('notifications');
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

  it('gives only what is new, also when NATS was away before the first of it', async () => {
    const app = await house.boot('notifications', { controllers: [] });
    await publish(app, accepted('old'));
    const manager = await jetstreamManager(house.raw);
    const questions = async () => (await manager.getAccountInfo()).api.total;
    const asked = await questions();
    let looks = 0;
    const stop = new AbortController();
    const items: string[] = [];
    const reading = (async () => {
      const feed = app.get(EventFeed).read({ schemas: [WorkOrderAcceptedSchema], signal: stop.signal });
      for await (const { message } of feed) items.push((message as WorkOrderAccepted).comment);
    })();
    // Each look of ours is one question to JetStream; more of them are the feed's, which has found its beginning.
    await eventually(async () => (await questions()) > asked + ++looks + 1);
    await nats.kill();
    await nats.restart();
    const fresh = accepted('new');
    await eventually(() => publish(app, fresh).then(() => true));
    await until('the new one', () => items.includes('new'), 50_000);
    stop.abort();
    await reading;
    expect(items).toEqual(['new']);
  }, 120_000);
});
