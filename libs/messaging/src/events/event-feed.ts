import type { DescMessage, Message } from '@bufbuild/protobuf';
import { fromBinary } from '@bufbuild/protobuf';
import type { JetStreamManager, NextMsgRequest, SeqMsgRequest, StoredMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { EventMeta } from './events.js';
import { readEnvelope } from './events.js';
import { EVENTS_STREAM, EVENTS_SUBJECTS, eventSubject } from '../subjects.js';

export interface FeedItem {
  meta: EventMeta;
  message: Message;
}

export interface FeedOptions {
  /** Only these types are decoded and given. */
  schemas: readonly DescMessage[];
  /** First what was stored after this sequence, then what comes. Absent: only what comes. */
  afterSequence?: number;
  /** Ends with what was stored when it began to read. */
  onlyStored?: boolean;
  signal?: AbortSignal;
}

/** A fact is heard a moment before it can be read. */
const SOON_MS = 5;
const SOON_TRIES = 40;
/** What was not heard, because the connection was away, is found by looking. */
const LOOK_EVERY_MS = 1_000;

/** Rung by what happens; remembers a ring that nobody waited for. */
class Bell {
  private wasRung = false;
  private wake?: () => void;

  readonly ring = (): void => {
    this.wasRung = true;
    this.wake?.();
  };

  /** @returns whether it was rung within `ms` */
  async wait(ms: number): Promise<boolean> {
    if (!this.wasRung) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
    }
    const { wasRung } = this;
    this.wasRung = false;
    return wasRung;
  }
}

/**
 * Every event, to every process that asks: for live screens, where each replica must see all.
 * Nothing is acknowledged and nothing is kept; work that must be done uses `@OnEvent`. It reads the stream by
 * sequence, so that it needs no consumer: whoever may make one may have facts sent to where they command something.
 */
export class EventFeed {
  constructor(
    private readonly connection: NatsConnection,
    private readonly manager: JetStreamManager,
  ) {}

  /** Ends when the signal aborts or the connection closes; an outage of NATS only delays it. */
  async *read({
    schemas,
    afterSequence,
    onlyStored,
    signal,
  }: FeedOptions): AsyncGenerator<FeedItem, void, void> {
    const byType = new Map(schemas.map((schema) => [schema.typeName, schema]));
    const bell = new Bell();
    const heard = this.connection.subscribe(EVENTS_SUBJECTS, { callback: bell.ring });
    signal?.addEventListener('abort', bell.ring, { once: true });
    try {
      const after = afterSequence ?? (await this.lastSequence());
      const last = onlyStored ? await this.lastSequence() : Infinity;
      for await (const stored of this.stored({ first: after + 1, last }, bell, signal)) {
        const item = read(stored, byType);
        if (item) yield item;
      }
    } finally {
      signal?.removeEventListener('abort', bell.ring);
      heard.unsubscribe();
    }
  }

  private async *stored(
    { first, last }: { first: number; last: number },
    bell: Bell,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<StoredMsg> {
    let next = first;
    let soon = 0;
    while (next <= last && !signal?.aborted && !this.connection.isClosed()) {
      const stored = await this.from(next);
      if (stored) {
        next = stored.seq + 1;
        if (stored.seq <= last) yield stored;
      } else {
        soon = (await bell.wait(soon > 0 ? SOON_MS : LOOK_EVERY_MS)) ? SOON_TRIES : Math.max(0, soon - 1);
      }
    }
  }

  /** The first event at or after the sequence; undefined: none yet, or the server is away. */
  private async from(sequence: number): Promise<StoredMsg | undefined> {
    const query: NextMsgRequest & SeqMsgRequest = { seq: sequence, next_by_subj: EVENTS_SUBJECTS };
    const stored = await this.manager.streams.getMessage(EVENTS_STREAM, query).catch(() => null);
    return stored ?? undefined;
  }

  private async lastSequence(): Promise<number> {
    return (await this.manager.streams.info(EVENTS_STREAM)).state.last_seq;
  }
}

/** A replayed dead letter is no news; nor is what cannot be read, which the consumers bury. */
function read(
  { seq, subject, header, data }: StoredMsg,
  byType: ReadonlyMap<string, DescMessage>,
): FeedItem | undefined {
  const meta = readEnvelope(header, seq, 1);
  const schema = byType.get(meta.type);
  try {
    if (!schema || subject !== eventSubject(meta.type, meta.agencyId)) return undefined;
    return { meta, message: fromBinary(schema, data) };
  } catch {
    return undefined;
  }
}
