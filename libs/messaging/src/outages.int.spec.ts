import 'reflect-metadata';
import { HealthRegistry } from '@intervia/observability';
import type { RunningServer } from '@intervia/testing';
import { eventually, startNats } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { DeadLetters } from './events/dead-letters.js';
import { EventHouse, accepted, publish } from './testing/event-house.js';

// Real servers on a busy machine.
jest.setTimeout(120_000);

let nats: RunningServer;
let house: EventHouse;

const until = (what: string, condition: () => boolean) =>
  eventually(() => condition() || undefined, { what, timeoutMs: 60_000 });

beforeAll(async () => {
  nats = await startNats();
  house = await EventHouse.open(nats.url);
});

afterEach(() => house.clear());

afterAll(async () => {
  await house.raw.close();
  await nats.stop();
});

describe('an event', () => {
  it('is not given up while its service is unwell, however often it fails', async () => {
    const app = await house.boot('notifications', { backoffMs: [] });
    let away = true;
    app.get(HealthRegistry).register('mongodb', async () => {
      if (away) throw new Error('away');
    });
    house.behave = () => {
      if (away) throw new Error('no database');
    };
    await publish(app, accepted('patient'));
    await until('a second try', () => house.comments('notifications').length > 1);
    away = false;
    await publish(app, accepted('next'));
    await until('the next', () => house.comments('notifications').includes('next'));
    expect(house.comments('notifications').at(-2)).toBe('patient');
    expect(await app.get(DeadLetters).list()).toEqual([]);
  });

  it('of nobody known goes to the dead letters at its first try', async () => {
    const app = await house.boot('notifications');
    house.raw.publish('evt.intervia.tickets.events.v1.WorkOrderAccepted.agency-1', new Uint8Array());
    const [letter] = await eventually(async () => {
      const letters = await app.get(DeadLetters).list({ service: 'notifications' });
      return letters.length > 0 ? letters : undefined;
    });
    expect(letter).toMatchObject({ reason: 'MALFORMED_EVENT', deliveries: 1 });
  });
});

describe('a service', () => {
  it('that is stopped while it starts ends, and takes nothing with it', async () => {
    for (const comment of ['one', 'two', 'three']) {
      const app = await house.boot('notifications');
      const closed = app.close();
      await publish(await house.boot('reporting', { controllers: [] }), accepted(comment));
      await closed;
    }
    await house.boot('notifications');
    await until('all', () => new Set(house.comments('notifications')).size === 3);
  });
});

describe('a service goes on by itself', () => {
  it('when its consumer was deleted', async () => {
    const app = await house.boot('notifications');
    const manager = await jetstreamManager(house.raw);
    await manager.consumers.delete('EVENTS', 'notifications-intervia_tickets_events_v1');
    await publish(app, accepted('after'));
    await until('the event', () => house.comments('notifications').includes('after'));
  });

  it('when NATS lost all that it had', async () => {
    const app = await house.boot('notifications');
    const { streams } = await jetstreamManager(house.raw);
    for await (const { config } of streams.list()) await streams.delete(config.name);
    await eventually(() => publish(app, accepted('after')).then(() => true), { timeoutMs: 60_000 });
    await until('the event', () => house.comments('notifications').includes('after'));
  });
});
