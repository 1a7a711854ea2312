import type { DescMessage, Message } from '@bufbuild/protobuf';
import { fromBinary } from '@bufbuild/protobuf';
import type { JetStreamClient, JsMsg } from '@nats-io/jetstream';
import { DeliverPolicy } from '@nats-io/jetstream';
import type { EventMeta } from './events.js';
import { readEnvelope } from './events.js';
import { EVENTS_STREAM, EVENTS_SUBJECTS, eventSubject } from './subjects.js';

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

  /** Ends when the signal aborts or the connection closes; an outage of NATS only delays it. */
  async *read({ schemas, afterSequence, signal }: FeedOptions): AsyncGenerator<FeedItem, void, void> {
    const byType = new Map(schemas.map((schema) => [schema.typeName, schema]));
    // A number even for what is new: a consumer lost before its first message is made again from there, else from the first.
    const after = afterSequence ?? (await this.lastSequence());
    const consumer = await this.stream.consumers.get(EVENTS_STREAM, {
      filter_subjects: EVENTS_SUBJECTS,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: after + 1,
    });
    const messages = await consumer.consume();
    const stop = () => void messages.close();
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    try {
      for await (const message of messages) {
        const item = read(message, byType);
        if (item) yield item;
      }
    } finally {
      signal?.removeEventListener('abort', stop);
      await messages.close();
    }
  }

  private async lastSequence(): Promise<number> {
    const stream = await this.stream.streams.get(EVENTS_STREAM);
    return (await stream.info(true)).state.last_seq;
  }
}

/** A replayed dead letter is no news; nor is what cannot be read, which the consumers bury. */
function read(message: JsMsg, byType: ReadonlyMap<string, DescMessage>): FeedItem | undefined {
  const meta = readEnvelope(message.headers, message.seq, 1);
  const schema = byType.get(meta.type);
  try {
    if (!schema || message.subject !== eventSubject(meta.type, meta.agencyId)) return undefined;
    return { meta, message: fromBinary(schema, message.data) };
  } catch {
    return undefined;
  }
}
