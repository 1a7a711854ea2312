import type { ConsumerMessages, JetStreamClient, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import { AckPolicy, DeliverPolicy } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { LoggerService } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { bury } from './dead-letters.js';
import type { EventMeta } from './events.js';
import { HEADER, readEnvelope } from './events.js';
import { Lanes } from './lanes.js';
import { EVENTS_STREAM } from './subjects.js';

const ACK_WAIT_MS = 15_000;
/** Tells the server often enough that a message is still in hand. */
const STILL_WORKING_MS = 4_000;
const MAX_PENDING = 1_000;
const CONCURRENCY = 32;
const RESTART_MS = 1_000;

/** Pauses between tries, in all about four minutes: longer than a restart of anything. */
export const BACKOFF_MS: readonly number[] = [
  200, 1_000, 3_000, 5_000, 10_000, 20_000, 40_000, 60_000, 90_000,
];

/** The failure has no chance to pass: the event goes to the dead letters at once. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

export interface EventConsumerOptions {
  service: string;
  durable: string;
  filter: string;
  /** One try more than pauses, by this process and by those that crashed over it, and an event is dead. */
  backoffMs: readonly number[];
  /** Rejects when the event must be tried again. */
  handle(message: JsMsg, meta: EventMeta): Promise<void>;
}

/**
 * One durable pull consumer. Failed events are held here and tried again with growing pauses, which blocks
 * the later events of the same aggregate and no others: giving them back to the server would break their order.
 */
export class EventConsumer {
  private readonly lanes = new Lanes(CONCURRENCY);
  private readonly inHand = new Set<JsMsg>();
  private readonly stopping = new AbortController();
  private messages?: ConsumerMessages;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly stream: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly logger: LoggerService,
    private readonly options: EventConsumerOptions,
  ) {}

  private get maxDeliveries(): number {
    return this.options.backoffMs.length + 1;
  }

  async start(): Promise<void> {
    await this.ensureDurable();
    const heartbeat = setInterval(() => {
      for (const message of this.inHand) message.working();
    }, STILL_WORKING_MS);
    this.loop = this.run().finally(() => clearInterval(heartbeat));
  }

  /** Takes no more, lets running handlers end, gives the rest back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.messages?.close();
    await this.loop;
  }

  private async ensureDurable(): Promise<void> {
    const { durable, filter } = this.options;
    await ensureConsumer(this.manager, EVENTS_STREAM, durable, {
      filter_subject: filter,
      ack_wait: nanos(ACK_WAIT_MS),
      max_deliver: this.maxDeliveries,
      max_ack_pending: MAX_PENDING,
    });
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const consumer = await this.stream.consumers.get(EVENTS_STREAM, this.options.durable);
        this.messages = await consumer.consume({ max_messages: CONCURRENCY * 4 });
        if (this.stopping.signal.aborted) await this.messages.close();
        for await (const message of this.messages) this.accept(message);
      } catch (error) {
        // The consumer or the stream is gone, or the server is; it comes back or is made again.
        this.logger.warn({ err: error, consumer: this.options.durable }, 'consuming again soon');
        await this.pause(RESTART_MS);
        await this.ensureDurable().catch(() => undefined);
      }
    }
    await this.lanes.idle();
  }

  private accept(message: JsMsg): void {
    this.inHand.add(message);
    const aggregate = message.headers?.get(HEADER.aggregate) ?? '';
    this.lanes.enter(aggregate, async () => {
      try {
        await this.settle(message);
      } catch (error) {
        // NATS did not take our answer: it delivers the event again, which the inbox of the handler knows.
        this.logger.warn({ err: error, subject: message.subject }, 'event not acknowledged');
      } finally {
        this.inHand.delete(message);
      }
    });
  }

  private async settle(message: JsMsg): Promise<void> {
    const before = message.info.deliveryCount - 1;
    for (let attempt = 1; !this.stopping.signal.aborted; attempt += 1) {
      const deliveries = before + attempt;
      const meta = readEnvelope(message.headers, message.seq, deliveries);
      const failure = await this.lanes.work(() => this.try(message, meta));
      if (failure === undefined) {
        await message.ackAck();
        return;
      }
      const { code } = failure as { code?: unknown };
      this.logger.warn({ err: failure, type: meta.type, id: meta.id, deliveries }, 'event failed');
      if (deliveries >= this.maxDeliveries || failure instanceof Undeliverable) {
        await this.bury(message, typeof code === 'string' ? code : failure.message, deliveries);
        return;
      }
      await this.pause(this.options.backoffMs[deliveries - 1] ?? RESTART_MS);
    }
    message.nak();
  }

  private async try(message: JsMsg, meta: EventMeta): Promise<Error | undefined> {
    try {
      await this.options.handle(message, meta);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private async bury(message: JsMsg, reason: string, deliveries: number): Promise<void> {
    const { service, durable } = this.options;
    const { seq, headers, data } = message;
    await bury(this.stream, { service, durable, seq, headers, data, reason, deliveries });
    // `term('reason')` is ignored in silence by nats-server 2.9.
    message.term();
  }

  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

/** Creates the durable, or brings the one of an older release to today's settings. */
export async function ensureConsumer(
  manager: JetStreamManager,
  stream: string,
  durable: string,
  settings: {
    filter_subject: string;
    ack_wait: number;
    max_deliver: number;
    max_ack_pending: number;
  },
): Promise<void> {
  const known = await manager.consumers.info(stream, durable).catch(() => undefined);
  if (known) await manager.consumers.update(stream, durable, settings);
  else {
    await manager.consumers.add(stream, {
      ...settings,
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
    });
  }
}
