import type { DescMessage, Message } from '@bufbuild/protobuf';
import { fromBinary } from '@bufbuild/protobuf';
import type { JetStreamManager, NextMsgRequest, SeqMsgRequest, StoredMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { EventMeta } from './events.js';
import { readEnvelope } from './events.js';
import { agencyFilter, EVENTS_STREAM, EVENTS_SUBJECTS, eventSubject } from '../subjects.js';

export interface FeedItem {
  meta: EventMeta;
  message: Message;
}

export interface FeedOptions {
  /** Only these types are decoded and given. */
  schemas: readonly DescMessage[];
  /** Only the facts of this agency are read. */
  agencyId?: string;
  /** First what was stored after this sequence, then what comes. Absent: only what comes. */
  afterSequence?: number;
  /** Ends with what was stored when it began to read. */
  onlyStored?: boolean;
  signal?: AbortSignal;
}

/** What the stream holds. */
export interface FeedBounds {
  /** Another one when the stream was made anew, and its sequences began again. */
  readonly madeAt: string;
  /** Of the oldest fact that is kept; one more than `last` when there is none. */
  readonly first: number;
  readonly last: number;
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

  async bounds(): Promise<FeedBounds> {
    const { created, state } = await this.manager.streams.info(EVENTS_STREAM);
    return { madeAt: created, first: Math.max(1, state.first_seq), last: state.last_seq };
  }

  /** False once the service closes: what is read then may end too early. */
  get isOpen(): boolean {
    return !this.connection.isClosed();
  }

  /** Ends when the signal aborts or the connection closes; an outage of NATS only delays it. */
  async *read({
    schemas,
    agencyId,
    afterSequence,
    onlyStored,
    signal,
  }: FeedOptions): AsyncGenerator<FeedItem, void, void> {
    const byType = new Map(schemas.map((schema) => [schema.typeName, schema]));
    const bell = new Bell();
    const subject = agencyId === undefined ? EVENTS_SUBJECTS : agencyFilter(agencyId);
    const heard = this.connection.subscribe(subject, { callback: bell.ring });
    signal?.addEventListener('abort', bell.ring, { once: true });
    try {
      const after = afterSequence ?? (await this.bounds()).last;
      const last = onlyStored ? (await this.bounds()).last : Infinity;
      for await (const stored of this.stored({ subject, first: after + 1, last }, bell, signal)) {
        const item = read(stored, byType);
        if (item) yield item;
      }
    } finally {
      signal?.removeEventListener('abort', bell.ring);
      heard.unsubscribe();
    }
  }

  private async *stored(
    { subject, first, last }: { subject: string; first: number; last: number },
    bell: Bell,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<StoredMsg> {
    let next = first;
    let soon = 0;
    while (next <= last && !signal?.aborted && this.isOpen) {
      const stored = await this.from(next, subject);
      if (stored) {
        next = stored.seq + 1;
        if (stored.seq <= last) yield stored;
      } else if (stored === null && last !== Infinity) {
        return;
      } else {
        soon = (await bell.wait(soon > 0 ? SOON_MS : LOOK_EVERY_MS)) ? SOON_TRIES : Math.max(0, soon - 1);
      }
    }
  }

  /** The first event at or after the sequence; null: none yet; undefined: the server is away. */
  private async from(sequence: number, subject: string): Promise<StoredMsg | null | undefined> {
    const query: NextMsgRequest & SeqMsgRequest = { seq: sequence, next_by_subj: subject };
    return this.manager.streams.getMessage(EVENTS_STREAM, query).catch(() => undefined);
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
