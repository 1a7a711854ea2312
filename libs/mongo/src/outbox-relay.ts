import type { Clock } from '@intervia/clock';
import type { EncodedEvent, EventPublisher } from '@intervia/messaging';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import type { Model, mongo } from 'mongoose';
import type { OutboxEntry, OutboxFields } from './outbox.js';

const SWEEP_EVERY_MS = 5_000;
/** Younger entries are still in the hands of the replica that wrote them. */
const STALE_MS = 3_000;
const SWEEP_LIMIT = 500;
const CONCURRENCY = 8;

/**
 * Publishes what waits in outboxes and takes it out: at once after `notify`, and by sweeps (at boot, then every
 * five seconds) for what a crash or an outage left. Entries of a document leave in their order; a second
 * publication, by another replica or after a crash, carries the same id and is dropped by the stream.
 */
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly waiting = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();
  private sweeper?: NodeJS.Timeout;

  constructor(
    private readonly model: () => Model<OutboxFields>,
    private readonly publisher: EventPublisher,
    private readonly clock: Clock,
  ) {}

  /** Publishes what waits in this document, soon. Never throws: what fails is swept later. */
  notify(documentId: string): void {
    this.waiting.add(documentId);
    this.pump();
  }

  onApplicationBootstrap(): void {
    // The boot asks for all: nobody else may be alive to publish them.
    void this.sweep(0);
    this.sweeper = setInterval(() => void this.sweep(STALE_MS), SWEEP_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    this.waiting.clear();
    await Promise.all(this.running.values());
  }

  private async sweep(ageMs: number): Promise<void> {
    try {
      const before = new Date(this.clock.now().getTime() - ageMs);
      const found = await this.model()
        .find({ outboxAt: { $lte: before } }, { _id: 1 })
        .sort({ outboxAt: 1 })
        .limit(SWEEP_LIMIT)
        .lean<{ _id: unknown }[]>();
      for (const { _id } of found) this.notify(String(_id));
    } catch (error) {
      this.logger.warn({ err: error }, 'outbox sweep failed');
    }
  }

  private pump(): void {
    for (const id of this.waiting) {
      if (this.running.size >= CONCURRENCY) return;
      // Its turn comes when its current round ends: two rounds at a time could change the order.
      if (this.running.has(id)) continue;
      this.waiting.delete(id);
      this.running.set(id, this.round(id));
    }
  }

  private async round(id: string): Promise<void> {
    try {
      await this.publishAll(id);
    } catch (error) {
      this.logger.warn({ err: error, id }, 'outbox kept for later');
    } finally {
      this.running.delete(id);
      this.pump();
    }
  }

  private async publishAll(id: string): Promise<void> {
    const document = await this.model().findById(id, { outbox: 1 }).lean<Pick<OutboxFields, 'outbox'>>();
    const published: string[] = [];
    try {
      for (const entry of document?.outbox ?? []) {
        await this.publisher.publishEncoded(toEvent(entry));
        published.push(entry._id);
      }
    } finally {
      if (published.length > 0) await this.remove(id, published);
    }
  }

  /** Two updates: events written in between must keep their `outboxAt`. */
  private async remove(id: string, entryIds: string[]): Promise<void> {
    const untouched = { timestamps: false } as const;
    await this.model().updateOne({ _id: id }, { $pull: { outbox: { _id: { $in: entryIds } } } }, untouched);
    await this.model().updateOne({ _id: id, outbox: { $size: 0 } }, { $unset: { outboxAt: 1 } }, untouched);
  }
}

/** A lean read gives bytes in the driver's own wrapper. */
function toEvent({ _id, data, ...envelope }: OutboxEntry): EncodedEvent {
  const bytes = data as Buffer | mongo.Binary;
  return { ...envelope, id: _id, data: bytes instanceof Uint8Array ? bytes : bytes.value() };
}
