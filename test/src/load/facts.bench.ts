import { randomUUID } from 'node:crypto';
import { EventPublisher, MessagingModule } from '@intervia/messaging';
import { startNats } from '@intervia/testing';
import { NestFactory } from '@nestjs/core';
import { compare, rate, type Measure } from './measure.js';

const ROUND_MS = 2_000;
const ROUNDS = 5;
/** A fact of a ticket with its contractor and a text. */
const FACT = new Uint8Array(700).fill(1);
/** One by one, as a ticket's outbox leaves; then as many tickets' at once. */
const AT_ONCE = [1, 64];

/** Facts a second that NATS has on the disk before it says so, against those that it writes there when it comes to it. */
export async function* benchFacts(): AsyncIterable<Measure> {
  const synced = await publisher({ syncs: true }).catch((error: unknown) => {
    console.error('facts: needs nats-server 2.10 or later on the PATH.', error);
  });
  if (!synced) return;
  const lazy = await publisher({ syncs: false });
  try {
    for (const inFlight of AT_ONCE) {
      const measured = (publish: () => Promise<void>) => () => rate(publish, inFlight, ROUND_MS);
      yield await compare(
        `facts synced vs left to the system, ${inFlight} at once`,
        'facts/s',
        ROUNDS,
        measured(synced.publish),
        measured(lazy.publish),
      );
    }
  } finally {
    await synced.stop();
    await lazy.stop();
  }
}

async function publisher(options: { syncs: boolean }) {
  const nats = await startNats(options);
  const messaging = MessagingModule.forRoot({ service: 'bench', natsUrl: nats.url, clock: 'system' });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  const stream = context.get(EventPublisher);
  const envelope = {
    type: 'intervia.tickets.events.v1.WorkOrderAccepted',
    agencyId: 'agency-1',
    aggregateId: 'ticket-1',
    occurredAt: new Date(),
    data: FACT,
  };
  return {
    publish: () => stream.publishEncoded({ ...envelope, id: randomUUID() }),
    stop: async () => {
      await context.close();
      await nats.stop();
    },
  };
}
