import type { Clock } from '@intervia/clock';
import type { EncodedEvent, EventPublisher } from '@intervia/messaging';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import type { Model, mongo } from 'mongoose';
import { setImmediate as breath } from 'node:timers/promises';
import { OutboxStore } from './outbox-store.js';
import type { Left, Waiting } from './outbox-store.js';
import type { OutboxEntry, OutboxFields } from './outbox.js';

const SWEEP_EVERY_MS = 5_000;
/** Younger entries are still in the hands of the replica that wrote them. */
const STALE_MS = 3_000;
const SWEEP_BATCH = 1_000;
/** Documents that are read and published together, and how many such rounds at a time. */
const BATCH = 100;
const ROUNDS = 4;
/** Documents whose events are published from the writer's hand at a time; what is more is read again. */
const IN_HAND = BATCH * ROUNDS;

/**
 * Publishes what waits in outboxes and takes it out: at once after `publish` or `notify`, and by sweeps (at boot, then
 * every five seconds) for what a crash or an outage left. Entries of a document leave in their order, those of different
 * documents side by side; a second publication, by another replica or after a crash, carries the same id and is
 * dropped by the stream.
 */
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly store: OutboxStore;
  private readonly waiting = new Set<string>();
  private readonly busy = new Set<string>();
  private readonly rounds = new Set<Promise<void>>();
  private readonly inHand = new Set<Promise<void>>();
  private scheduled = false;
  private stopped = false;
  private sweeping?: Promise<void>;
  private sweeper?: NodeJS.Timeout;

  constructor(
    private readonly model: () => Model<OutboxFields>,
    private readonly publisher: EventPublisher,
    private readonly clock: Clock,
  ) {
    this.store = new OutboxStore(model);
  }

  /**
   * Publishes what was just written, without reading it back, unless something `waited` in the document when it was
   * written: that leaves first. Never throws: what fails is swept later.
   */
  publish(documentId: string, written: readonly OutboxEntry[], waited: readonly unknown[] = []): void {
    if (written.length === 0) return;
    const isFirst = waited.length === 0 && !this.busy.has(documentId) && !this.waiting.has(documentId);
    if (!isFirst || this.stopped || this.inHand.size >= IN_HAND) return this.notify(documentId);
    this.busy.add(documentId);
    const leaving = this.leave([{ _id: documentId, outbox: written }]);
    this.inHand.add(leaving);
    void leaving.finally(() => {
      this.inHand.delete(leaving);
      this.busy.delete(documentId);
      this.pump();
    });
  }

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
    await Promise.all([...this.rounds, ...this.inHand, this.sweeping]);
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
      await this.leave(await this.store.waitingIn(ids));
    } catch (error) {
      this.logger.warn({ err: error, ids }, 'outboxes kept for later');
    }
  }

  /** Never rejects. What left of a document is taken out of it, whatever became of the others. */
  private async leave(documents: readonly Waiting[]): Promise<void> {
    const results = await Promise.allSettled(
      documents.map(async (document) => {
        const left = await this.publishAll(document);
        await this.store.takeOut(left);
        if (left.error) throw left.error;
      }),
    );
    const failed = results.flatMap((result, n) =>
      result.status === 'rejected' ? [{ id: documents[n]?._id, error: result.reason as unknown }] : [],
    );
    if (failed.length === 0) return;
    this.logger.warn({ err: failed[0]?.error, ids: failed.map(({ id }) => id) }, 'outboxes kept for later');
  }

  /** An entry leaves when the one before is stored. */
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
}

/** A lean read gives bytes in the driver's own wrapper. */
function toEvent({ _id, data, ...envelope }: OutboxEntry): EncodedEvent {
  const bytes = data as Buffer | mongo.Binary;
  return { ...envelope, id: _id, data: bytes instanceof Uint8Array ? bytes : bytes.value() };
}
