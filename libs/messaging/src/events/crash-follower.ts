import type { JetStreamClient, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import type { LoggerService } from '@nestjs/common';
import { bury } from './dead-letters.js';
import { DurableConsumer } from './durable-consumer.js';
import type { Durable } from './durables.js';
import { EVENTS_STREAM } from '../subjects.js';

interface MaxDeliveriesAdvisory {
  stream_seq: number;
  deliveries: number;
}

/**
 * Files as dead what the server stopped delivering. An event that kills the process never reaches
 * the consumer's own count; the server's advisories do, and wait in a stream until somebody lives to read them.
 */
export class CrashFollower {
  private readonly source: DurableConsumer;

  constructor(
    private readonly stream: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly logger: LoggerService,
    private readonly options: { service: string; wanted: Durable },
  ) {
    this.source = new DurableConsumer(stream, manager, logger, { wanted: options.wanted, maxMessages: 10 });
  }

  start(): Promise<void> {
    return this.source.start((message) => this.follow(message));
  }

  stop(): Promise<void> {
    return this.source.stop();
  }

  private async follow(message: JsMsg): Promise<void> {
    try {
      await this.file(message);
      message.ack();
    } catch (error) {
      this.logger.warn({ err: error, subject: message.subject }, 'advisory not followed yet');
      message.nak(5_000);
    }
  }

  private async file(message: JsMsg): Promise<void> {
    const { stream_seq: seq, deliveries } = message.json<MaxDeliveriesAdvisory>();
    const event = await this.manager.streams.getMessage(EVENTS_STREAM, { seq });
    if (event === null) return;
    const { header: headers, data } = event;
    const { service, wanted } = this.options;
    const { durable } = wanted;
    await bury(this.stream, { service, durable, seq, headers, data, reason: 'MAX_DELIVERIES', deliveries });
  }
}
