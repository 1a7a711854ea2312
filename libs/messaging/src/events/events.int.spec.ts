import 'reflect-metadata';
import type { Message } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import type { WorkOrderRefused } from '@intervia/contracts';
import { WorkOrderAcceptedSchema, WorkOrderRefusedSchema } from '@intervia/contracts';
import type { RunningServer } from '@intervia/testing';
import { eventually, startNats } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DeadLetters } from './dead-letters.js';
import { OnEvent, OnEvents } from '../decorators.js';
import type { EventMeta } from './events.js';
import { EventPublisher } from './event-publisher.js';
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

@Controller()
class Twice {
  @OnEvent(WorkOrderRefusedSchema)
  async one(@Payload() _event: WorkOrderRefused): Promise<void> {}

  @OnEvent(WorkOrderRefusedSchema)
  async other(@Payload() _event: WorkOrderRefused): Promise<void> {}
}

let freed: Promise<void> | undefined;
let held = 0;

/** A replica that comes to no end. */
@Controller()
class Slow {
  @OnEvent(WorkOrderAcceptedSchema)
  async onAccepted(): Promise<void> {
    held += 1;
    await freed;
  }
}

describe('events', () => {
  it('reach every service once, with their envelope', async () => {
    const app = await house.boot('notifications');
    await house.boot('reporting');
    const event = accepted('yes');
    await publish(app, event);
    await until('both', () => house.seen.length === 2);
    expect(house.seen.map((one) => one.service).sort()).toEqual(['notifications', 'reporting']);
    expect(house.seen[0]?.meta).toEqual({
      id: event.id,
      agencyId: 'agency-1',
      aggregateId: 'ticket-1',
      occurredAt: event.occurredAt,
      type: 'intervia.tickets.events.v1.WorkOrderAccepted',
      sequence: 1,
      deliveries: 1,
    });
  });

  it('of several types reach one method, each as what it is', async () => {
    const seen: string[] = [];

    @Controller()
    class Many {
      @OnEvents([WorkOrderAcceptedSchema, WorkOrderRefusedSchema])
      async on(@Payload() event: Message, @Ctx() meta: EventMeta): Promise<void> {
        seen.push(event.$typeName, meta.type);
      }
    }
    const app = await house.boot('notifications', { controllers: [Many] });
    const schema = WorkOrderRefusedSchema;
    await publish(app, accepted('yes'));
    await publish(app, accepted('no', { schema, message: create(schema, {}) }));
    await until('both', () => seen.length === 4);
    const { typeName: yes } = WorkOrderAcceptedSchema;
    const { typeName: no } = WorkOrderRefusedSchema;
    expect(seen).toEqual([yes, yes, no, no]);
  });

  it('published twice are delivered once', async () => {
    const app = await house.boot('notifications');
    const event = accepted('once');
    await publish(app, event);
    await publish(app, event);
    await publish(app, accepted('after'));
    await until('the last', () => house.comments('notifications').includes('after'));
    expect(house.comments('notifications')).toEqual(['once', 'after']);
  });

  it('wait for a service that is away', async () => {
    const app = await house.boot('notifications');
    const other = await house.boot('reporting');
    await other.close();
    await publish(app, accepted('meanwhile'));
    await house.boot('reporting');
    await until('the event', () => house.comments('reporting').length === 1);
  });

  it('keep the order of an aggregate while one fails, and hold up no other', async () => {
    const app = await house.boot('notifications');
    house.behave = ({ comment, meta }) => {
      if (comment === 'first' && meta.deliveries < 3) throw new Error('not yet');
    };
    await publish(app, accepted('first'));
    await publish(app, accepted('second'));
    await publish(app, accepted('elsewhere', { aggregateId: 'ticket-2' }));
    await until('the second', () => house.comments('notifications').includes('second'));
    expect(house.comments('notifications')).toEqual(['first', 'elsewhere', 'first', 'first', 'second']);
  });

  it('that are malformed go to the dead letters and hold up nothing', async () => {
    const app = await house.boot('notifications');
    await app.get(EventPublisher).publishEncoded({
      ...accepted('x'),
      type: WorkOrderAcceptedSchema.typeName,
      data: new Uint8Array([0xff, 0xff, 0x07]),
    });
    await publish(app, accepted('good'));
    await until('the good one', () => house.comments('notifications').includes('good'));
    const [letter] = await app.get(DeadLetters).list({ service: 'notifications' });
    expect(letter).toMatchObject({ reason: 'MALFORMED_EVENT', service: 'notifications', deliveries: 1 });
  });

  it('run by replicas are handled by one of them', async () => {
    const app = await house.boot('notifications');
    await house.boot('notifications');
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => publish(app, accepted(String(n), { aggregateId: `t${n % 20}` }))),
    );
    await until('all', () => house.seen.length >= 200);
    expect(new Set(house.comments('notifications')).size).toBe(200);
    expect(house.seen).toHaveLength(200);
  });

  it('are not hoarded by a slow replica', async () => {
    let free = (): void => undefined;
    freed = new Promise((resolve) => (free = resolve));
    const app = await house.boot('notifications', { controllers: [Slow] });
    await Promise.all(
      Array.from({ length: 900 }, (_, n) => publish(app, accepted(String(n), { aggregateId: `t${n}` }))),
    );
    await until('the slow one to be busy', () => held === 32);
    await house.boot('notifications');
    // In hand 256; in its buffer and on the way to it 64 at most.
    await until('the other to do the rest', () => house.seen.length >= 900 - 256 - 64);
    expect(held).toBe(32);
    free();
    await until('all', () => house.seen.length + held >= 900);
  });

  it('survive a restart of NATS', async () => {
    const app = await house.boot('notifications');
    await publish(app, accepted('before'));
    await until('the first', () => house.seen.length === 1);
    await nats.kill();
    await nats.restart();
    await eventually(() => publish(app, accepted('after', { id: 'event-after' })).then(() => true));
    await until('the second', () => house.comments('notifications').includes('after'), 30_000);
    expect(house.comments('notifications')).toEqual(['before', 'after']);
  });

  it('have one handler per service', async () => {
    await expect(house.boot('portal', { controllers: [Twice] })).rejects.toThrow(
      'one handler per service, not two: intervia.tickets.events.v1.WorkOrderRefused',
    );
  });
});
