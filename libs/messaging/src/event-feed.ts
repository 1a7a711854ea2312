import type { DescMessage, Message } from '@bufbuild/protobuf';
import type { JetStreamClient } from '@nats-io/jetstream';
import type { EventMeta } from './events.js';

export interface FeedItem {
  meta: EventMeta;
  message: Message;
}

export interface FeedOptions {
  /** Only these types are decoded and given. */
  schemas: readonly DescMessage[];
  /** First what was stored after this sequence, then what comes. Absent: only what comes. */
  afterSequence?: number;
  signal?: AbortSignal;
}

/**
 * Every event, to every process that asks: for live screens, where each replica must see all.
 * Nothing is acknowledged and nothing is kept; work that must be done uses `@OnEvent`.
 */
export class EventFeed {
  constructor(private readonly stream: JetStreamClient) {}

  async *read(_options: FeedOptions): AsyncGenerator<FeedItem, void, void> {
    throw new Error(`not written yet ${typeof this.stream}`);
  }
}
