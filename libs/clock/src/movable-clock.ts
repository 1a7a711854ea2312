import { Kvm } from '@nats-io/kv';
import type { KV } from '@nats-io/kv';
import type { NatsConnection, QueuedIterator } from '@nats-io/transport-node';
import { Clock } from './clock.js';

const BUCKET = 'clock';
const KEY = 'offset';

/**
 * The system's time plus an offset that every process of the house shares: moving it in one moves it in all,
 * and a restarted process picks it up. For tests and demos only (`CLOCK=movable`).
 */
export class MovableClock extends Clock {
  private offset = 0;
  private readonly listeners = new Set<() => void>();

  private constructor(
    private readonly bucket: KV,
    private readonly changes: QueuedIterator<{ string(): string }>,
  ) {
    super();
  }

  static async connect(connection: NatsConnection): Promise<MovableClock> {
    const bucket = await new Kvm(connection).create(BUCKET);
    const clock = new MovableClock(bucket, await bucket.watch({ key: KEY }));
    clock.apply(Number((await bucket.get(KEY))?.string() ?? 0));
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
    for (;;) {
      const current = await this.bucket.get(KEY);
      const offset = Number(current?.string() ?? 0) + ms;
      if (await this.write(offset, current?.revision ?? 0)) {
        this.apply(offset);
        return;
      }
    }
  }

  async close(): Promise<void> {
    this.listeners.clear();
    this.changes.stop();
  }

  /** False when another process moved the clock in between: its move must not be lost. */
  private async write(offset: number, revision: number): Promise<boolean> {
    try {
      await this.bucket.update(KEY, String(offset), revision);
      return true;
    } catch (error) {
      if (/wrong last sequence/i.test((error as Error).message)) return false;
      throw error;
    }
  }

  private async follow(): Promise<void> {
    for await (const entry of this.changes) this.apply(Number(entry.string()));
  }

  private apply(offset: number): void {
    if (offset === this.offset) return;
    this.offset = offset;
    for (const listener of [...this.listeners]) listener();
  }
}
