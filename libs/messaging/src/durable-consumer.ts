import type { ConsumerMessages, JetStreamClient, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import { AckPolicy, DeliverPolicy } from '@nats-io/jetstream';
import type { LoggerService } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureStreams } from './streams.js';

const RESTART_MS = 1_000;

interface DurableSettings {
  filter_subject: string;
  ack_wait: number;
  max_deliver: number;
  max_ack_pending: number;
}

interface DurableOptions {
  stream: string;
  durable: string;
  settings: DurableSettings;
  /** Asked of the server at a time. */
  maxMessages: number;
}

/** Reads one durable as long as the app lives: a server that is gone comes back, a consumer or a stream is made again. */
export class DurableConsumer {
  private readonly stopping = new AbortController();
  private messages?: ConsumerMessages;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly logger: LoggerService,
    private readonly options: DurableOptions,
  ) {}

  /** Aborted once nothing more is to be begun. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** `take` must not reject; the next message waits for what it returns. */
  async start(take: (message: JsMsg) => Promise<void> | void): Promise<void> {
    await this.ensure();
    this.loop = this.run(take);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    void this.messages?.close();
    await this.loop;
  }

  async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.signal }).catch(() => undefined);
  }

  private async run(take: (message: JsMsg) => Promise<void> | void): Promise<void> {
    const { stream, durable, maxMessages } = this.options;
    while (!this.signal.aborted) {
      try {
        const consumer = await this.client.consumers.get(stream, durable);
        // Otherwise it would wait for ever for somebody else to make what is missing.
        const options = { max_messages: maxMessages, abort_on_missing_resource: true };
        this.messages = await consumer.consume(options);
        // Not awaited: it ends once the loop below has read up to its end.
        if (this.signal.aborted) void this.messages.close();
        for await (const message of this.messages) await take(message);
      } catch (error) {
        this.logger.warn({ err: error, consumer: durable }, 'consuming again soon');
        await this.pause(RESTART_MS);
        await this.repair();
      }
    }
  }

  private async repair(): Promise<void> {
    if (this.signal.aborted) return;
    try {
      await ensureStreams(this.manager);
      await this.ensure();
    } catch (error) {
      this.logger.warn({ err: error, consumer: this.options.durable }, 'not made again yet');
    }
  }

  /** Creates the durable, or brings the one of an older release to today's settings. */
  private async ensure(): Promise<void> {
    const { stream, durable, settings } = this.options;
    const { consumers } = this.manager;
    const known = await consumers.info(stream, durable).catch(() => undefined);
    if (known) await consumers.update(stream, durable, settings);
    else {
      const policies = { ack_policy: AckPolicy.Explicit, deliver_policy: DeliverPolicy.All };
      await consumers.add(stream, { ...settings, ...policies, durable_name: durable });
    }
  }
}
