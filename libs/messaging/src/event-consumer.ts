import type { JetStreamClient, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { LoggerService } from '@nestjs/common';
import { bury } from './dead-letters.js';
import { DurableConsumer } from './durable-consumer.js';
import type { EventMeta } from './events.js';
import { HEADER, readEnvelope } from './events.js';
import { Lanes } from './lanes.js';
import { EVENTS_STREAM } from './subjects.js';

const ACK_WAIT_MS = 15_000;
/** Tells the server often enough that a message is still in hand. */
const STILL_WORKING_MS = 4_000;
const MAX_PENDING = 1_000;
const CONCURRENCY = 32;
const AFTER_LAST_MS = 1_000;
/** Between tries while the service itself is unwell. */
const UNWELL_MS = 2_000;

/** Pauses between tries, in all about four minutes: longer than a restart of anything. */
export const BACKOFF_MS: readonly number[] = [
  200, 1_000, 3_000, 5_000, 10_000, 20_000, 40_000, 60_000, 90_000,
];

/** The failure has no chance to pass: the event goes to the dead letters at once. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** An ack that is lost brings the event back: for one that does nothing here that is no matter. */
type Result = 'done' | 'nothing to do' | { failure: Error };

export interface EventConsumerOptions {
  service: string;
  durable: string;
  filter: string;
  /** One try more than pauses, by this process and by those that crashed over it, and an event is dead. */
  backoffMs: readonly number[];
  /** Whether something that the service needs is away: what fails meanwhile is not the event's fault. */
  isUnwell(): Promise<boolean>;
  /** Rejects when the event must be tried again. @returns whether there was anything to do. */
  handle(message: JsMsg, meta: EventMeta): Promise<boolean>;
}

/**
 * One durable pull consumer. Failed events are held here and tried again with growing pauses, which blocks
 * the later events of the same aggregate and no others: giving them back to the server would break their order.
 */
export class EventConsumer {
  private readonly lanes = new Lanes(CONCURRENCY);
  private readonly inHand = new Set<JsMsg>();
  private readonly source: DurableConsumer;
  private heartbeat?: NodeJS.Timeout;

  constructor(
    private readonly stream: JetStreamClient,
    manager: JetStreamManager,
    private readonly logger: LoggerService,
    private readonly options: EventConsumerOptions,
  ) {
    const { durable, filter } = options;
    this.source = new DurableConsumer(stream, manager, logger, {
      stream: EVENTS_STREAM,
      durable,
      settings: {
        filter_subject: filter,
        ack_wait: nanos(ACK_WAIT_MS),
        max_deliver: this.maxDeliveries,
        max_ack_pending: MAX_PENDING,
      },
      maxMessages: CONCURRENCY * 4,
    });
  }

  private get maxDeliveries(): number {
    return this.options.backoffMs.length + 1;
  }

  async start(): Promise<void> {
    await this.source.start((message) => this.accept(message));
    this.heartbeat = setInterval(() => {
      for (const message of this.inHand) message.working();
    }, STILL_WORKING_MS);
  }

  /** Takes no more, lets running handlers end, gives the rest back. */
  async stop(): Promise<void> {
    await this.source.stop();
    await this.lanes.idle();
    clearInterval(this.heartbeat);
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
    let deliveries = message.info.deliveryCount;
    while (!this.source.signal.aborted) {
      const meta = readEnvelope(message.headers, message.seq, deliveries);
      const result = await this.lanes.work(() => this.try(message, meta));
      if (result === 'nothing to do') return message.ack();
      if (result === 'done') {
        await message.ackAck();
        return;
      }
      const { failure } = result;
      this.logger.warn({ err: failure, type: meta.type, id: meta.id, deliveries }, 'event failed');
      const undeliverable = failure instanceof Undeliverable;
      if (!undeliverable && (await this.options.isUnwell())) {
        await this.source.pause(UNWELL_MS);
        continue;
      }
      if (undeliverable || deliveries >= this.maxDeliveries) {
        const { code } = failure as { code?: unknown };
        await this.bury(message, typeof code === 'string' ? code : failure.message, deliveries);
        return;
      }
      await this.source.pause(this.options.backoffMs[deliveries - 1] ?? AFTER_LAST_MS);
      deliveries += 1;
    }
    message.nak();
  }

  private async try(message: JsMsg, meta: EventMeta): Promise<Result> {
    try {
      return (await this.options.handle(message, meta)) ? 'done' : 'nothing to do';
    } catch (error) {
      return { failure: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  private async bury(message: JsMsg, reason: string, deliveries: number): Promise<void> {
    const { service, durable } = this.options;
    const { seq, headers, data } = message;
    await bury(this.stream, { service, durable, seq, headers, data, reason, deliveries });
    // `term('reason')` is ignored in silence by nats-server 2.9.
    message.term();
  }
}
