import type { ConsumerMessages, JetStreamClient, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import type { LoggerService } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { type Durable, ensureDurable } from './durables.js';
import { ensureStreams } from './streams.js';

const RESTART_MS = 1_000;

interface DurableOptions {
  wanted: Durable;
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
    // Where only the operator may make one, it may come later: the loop waits for it.
    await this.repair();
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
    const { wanted, maxMessages } = this.options;
    const { stream, durable } = wanted;
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
      await ensureDurable(this.manager, this.options.wanted);
    } catch (error) {
      this.logger.warn({ err: error, consumer: this.options.wanted.durable }, 'not made yet');
    }
  }
}
