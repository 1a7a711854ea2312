import type { Clock } from '@intervia/clock';
import type { EncodedEvent, EventPublisher } from '@intervia/messaging';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import type { AnyBulkWriteOperation, Model, mongo } from 'mongoose';
import { setImmediate as breath } from 'node:timers/promises';
import type { OutboxEntry, OutboxFields } from './outbox.js';

const SWEEP_EVERY_MS = 5_000;
/** Younger entries are still in the hands of the replica that wrote them. */
const STALE_MS = 3_000;
const SWEEP_BATCH = 1_000;
/** Documents that are read, published and cleared together, and how many such rounds at a time. */
const BATCH = 100;
const ROUNDS = 4;

interface Waiting {
  readonly _id: string;
  readonly outbox: OutboxEntry[];
}

/** What left of a document; all of it, unless there is an error. */
interface Left {
  readonly _id: string;
  readonly entryIds: string[];
  readonly error?: Error;
}

/**
 * Publishes what waits in outboxes and takes it out: at once after `notify`, and by sweeps (at boot, then every
 * five seconds) for what a crash or an outage left. Entries of a document leave in their order, those of different
 * documents side by side; a second publication, by another replica or after a crash, carries the same id and is
 * dropped by the stream.
 */
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly waiting = new Set<string>();
  private readonly busy = new Set<string>();
  private readonly rounds = new Set<Promise<void>>();
  private scheduled = false;
  private stopped = false;
  private sweeping?: Promise<void>;
  private sweeper?: NodeJS.Timeout;

  constructor(
    private readonly model: () => Model<OutboxFields>,
    private readonly publisher: EventPublisher,
    private readonly clock: Clock,
  ) {}

  /** Publishes what waits in this document, soon. Never throws: what fails is swept later. */
  notify(documentId: string): void {
    this.waiting.add(documentId);
    if (this.scheduled) return;
    this.scheduled = true;
    // Those who are told of in the same turn travel together.
    setImmediate(() => {
      this.scheduled = false;
      this.pump();
    });
  }

  onApplicationBootstrap(): void {
    // The boot asks for all: nobody else may be alive to publish them.
    this.startSweep(0);
    this.sweeper = setInterval(() => this.startSweep(STALE_MS), SWEEP_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweeper);
    this.waiting.clear();
    await Promise.all([...this.rounds, this.sweeping]);
  }

  /** One at a time: the next takes up what this one could not publish. */
  private startSweep(ageMs: number): void {
    this.sweeping ??= this.sweep(ageMs).finally(() => {
      this.sweeping = undefined;
    });
  }

  /** Walks through all that waits, oldest first: what cannot be published, however much it is, keeps nobody behind it. */
  private async sweep(ageMs: number): Promise<void> {
    try {
      const before = new Date(this.clock.now().getTime() - ageMs);
      const found = this.model().collection.find(
        { outboxAt: { $lte: before } },
        { projection: { _id: 1 }, sort: { outboxAt: 1 }, batchSize: SWEEP_BATCH },
      );
      for await (const { _id } of found) {
        await this.room();
        if (this.stopped) return;
        this.notify(String(_id));
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'outbox sweep failed');
    }
  }

  /** What a long outage left is read as fast as it leaves, not all into memory. */
  private async room(): Promise<void> {
    while (this.waiting.size >= BATCH * ROUNDS && !this.stopped) {
      await (this.rounds.size > 0 ? Promise.race(this.rounds) : breath());
    }
  }

  private pump(): void {
    while (this.rounds.size < ROUNDS && !this.stopped) {
      const batch = this.nextBatch();
      if (batch.length === 0) return;
      const round = this.round(batch);
      this.rounds.add(round);
      void round.finally(() => {
        this.rounds.delete(round);
        for (const id of batch) this.busy.delete(id);
        this.pump();
      });
    }
  }

  /** Without the documents of a running round: two rounds at a time could change their order. */
  private nextBatch(): string[] {
    const batch: string[] = [];
    for (const id of this.waiting) {
      if (batch.length === BATCH) break;
      if (this.busy.has(id)) continue;
      batch.push(id);
    }
    for (const id of batch) {
      this.waiting.delete(id);
      this.busy.add(id);
    }
    return batch;
  }

  private async round(ids: string[]): Promise<void> {
    try {
      const found = await this.model()
        .find({ _id: { $in: ids } }, { outbox: 1 })
        .lean<Waiting[]>();
      const left = await Promise.all(found.map((document) => this.publishAll(document)));
      await this.clear(left);
      const error = left.find((one) => one.error)?.error;
      if (error) throw error;
    } catch (error) {
      this.logger.warn({ err: error, ids }, 'outboxes kept for later');
    }
  }

  private async publishAll({ _id, outbox }: Waiting): Promise<Left> {
    const entryIds: string[] = [];
    try {
      for (const entry of outbox) {
        await this.publisher.publishEncoded(toEvent(entry));
        entryIds.push(entry._id);
      }
      return { _id, entryIds };
    } catch (error) {
      return { _id, entryIds, error: error as Error };
    }
  }

  private async clear(left: readonly Left[]): Promise<void> {
    const cleared = await this.write(left.map(clearing));
    if (cleared === left.length) return;
    await this.write(left.filter(({ entryIds }) => entryIds.length > 0).map(removal));
  }

  private async write(operations: AnyBulkWriteOperation<OutboxFields>[]): Promise<number> {
    if (operations.length === 0) return 0;
    const options = { ordered: false, timestamps: false } as const;
    return (await this.model().bulkWrite(operations, options)).matchedCount;
  }
}

/** Only when nothing else is in the outbox: events written in between must keep their `outboxAt`. */
function clearing({ _id, entryIds }: Left): AnyBulkWriteOperation<OutboxFields> {
  const other = { $elemMatch: { _id: { $nin: entryIds } } };
  const update = { $set: { outbox: [] }, $unset: { outboxAt: 1 as const } };
  return { updateOne: { filter: { _id, outbox: { $not: other } }, update } };
}

function removal({ _id, entryIds }: Left): AnyBulkWriteOperation<OutboxFields> {
  return { updateOne: { filter: { _id }, update: { $pull: { outbox: { _id: { $in: entryIds } } } } } };
}

/** A lean read gives bytes in the driver's own wrapper. */
function toEvent({ _id, data, ...envelope }: OutboxEntry): EncodedEvent {
  const bytes = data as Buffer | mongo.Binary;
  return { ...envelope, id: _id, data: bytes instanceof Uint8Array ? bytes : bytes.value() };
}
