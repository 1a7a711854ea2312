import type { JetStreamClient, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import type { LoggerService } from '@nestjs/common';
import { bury } from './dead-letters.js';
import { DurableConsumer } from './durable-consumer.js';
import type { Durable } from './durables.js';
import type { EventMeta } from './events.js';
import { HEADER, readEnvelope } from './events.js';
import { Lanes } from './lanes.js';

/** Tells the server often enough that a message is still in hand. */
const STILL_WORKING_MS = 4_000;
const CONCURRENCY = 32;
/** So many wait here behind a failed one of their aggregate, or for their turn: the rest is for the other replicas. */
const MAX_IN_HAND = 256;
const AFTER_LAST_MS = 1_000;
/** Between tries while the service itself is unwell. */
const UNWELL_MS = 2_000;

/** The failure has no chance to pass: the event goes to the dead letters at once. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** An ack that is lost brings the event back: for one that does nothing here that is no matter. */
type Result = 'done' | 'nothing to do' | { failure: Error };

export interface EventConsumerOptions {
  service: string;
  /** As it is on the server. */
  wanted: Durable;
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
  private hasRoom?: () => void;

  constructor(
    private readonly stream: JetStreamClient,
    manager: JetStreamManager,
    private readonly logger: LoggerService,
    private readonly options: EventConsumerOptions,
  ) {
    const { wanted } = options;
    this.source = new DurableConsumer(stream, manager, logger, { wanted, maxMessages: CONCURRENCY });
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
    this.source.signal.addEventListener('abort', this.letGo, { once: true });
    await this.source.stop();
    await this.lanes.idle();
    clearInterval(this.heartbeat);
  }

  /** @returns once there is room for one more */
  private accept(message: JsMsg): Promise<void> | void {
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
        this.letGo();
      }
    });
    if (this.inHand.size >= MAX_IN_HAND) return new Promise((resolve) => (this.hasRoom = resolve));
  }

  private readonly letGo = (): void => this.hasRoom?.();

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
    const { service, wanted } = this.options;
    const { durable } = wanted;
    const { seq, headers, data } = message;
    await bury(this.stream, { service, durable, seq, headers, data, reason, deliveries });
    // `term('reason')` is ignored in silence by nats-server 2.9.
    message.term();
  }
}
