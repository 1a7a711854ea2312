import type { KV, KvWatchEntry } from '@nats-io/kv';
import { Kvm } from '@nats-io/kv';
import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import type { NatsConnection, QueuedIterator } from '@nats-io/transport-node';
import { setTimeout as delay } from 'node:timers/promises';
import { Clock } from './clock.js';

const BUCKET = 'clock';
const KEY = 'offset';

/**
 * The system's time plus an offset that every process of the house shares: moving it in one moves it in all,
 * and a restarted process picks it up. For tests and demos only (`CLOCK=movable`).
 */
export class MovableClock extends Clock {
  private offset = 0;
  private revision = 0;
  private readonly listeners = new Set<() => void>();

  private constructor(
    private readonly bucket: KV,
    private readonly changes: QueuedIterator<KvWatchEntry>,
  ) {
    super();
  }

  static async connect(connection: NatsConnection): Promise<MovableClock> {
    const bucket = await openBucket(connection);
    const clock = new MovableClock(bucket, await bucket.watch({ key: KEY }));
    const { offset, revision } = await clock.read();
    clock.apply(offset, revision);
    void clock.follow();
    return clock;
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  onMoved(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Moves the time of the whole house forward (or back). Here it has moved when this resolves. */
  async move(ms: number): Promise<void> {
    let written: number | undefined;
    while (written === undefined) {
      const { offset, revision } = await this.read();
      const moved = String(offset + ms);
      written = await unlessOvertaken(() =>
        revision === 0 ? this.bucket.create(KEY, moved) : this.bucket.update(KEY, moved, revision),
      );
      if (written !== undefined) this.apply(offset + ms, written);
    }
  }

  async close(): Promise<void> {
    this.listeners.clear();
    this.changes.stop();
  }

  private async read(): Promise<{ offset: number; revision: number }> {
    const entry = await this.bucket.get(KEY);
    // Nobody has moved it yet: only who may move it ever writes the key.
    return entry ? { offset: Number(entry.string()), revision: entry.revision } : { offset: 0, revision: 0 };
  }

  private async follow(): Promise<void> {
    for await (const entry of this.changes) this.apply(Number(entry.string()), entry.revision);
  }

  /** A change can arrive after a newer one that this process made itself. */
  private apply(offset: number, revision: number): void {
    if (revision <= this.revision) return;
    this.revision = revision;
    if (offset === this.offset) return;
    this.offset = offset;
    for (const listener of [...this.listeners]) listener();
  }
}

const OPEN_RETRY_MS = 500;

/** A service may only look at the bucket, which the operator makes; without users whoever comes first makes it. */
async function openBucket(connection: NatsConnection): Promise<KV> {
  const kvm = new Kvm(connection);
  for (;;) {
    try {
      const bucket = await kvm.open(BUCKET);
      await bucket.status();
      return bucket;
    } catch {
      const made = await kvm.create(BUCKET).catch(() => undefined);
      if (made) return made;
      await delay(OPEN_RETRY_MS);
    }
  }
}

/** Undefined when another process wrote first: its write must not be lost. */
async function unlessOvertaken<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamWrongLastSequence) {
      return undefined;
    }
    throw error;
  }
}
