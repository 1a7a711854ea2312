import type { Clock } from '@intervia/clock';
import type { Renewal } from './ports/stores.js';

/** Long enough for the slowest batch of work; what a dead process left is taken up after it. */
const HELD_MS = 2 * 60_000;
/** How often it is told how far the work is. */
const TOLD_EVERY_MS = 1_000;

type Write = (renewal: Renewal) => Promise<boolean>;

/** Another process took the work up: this one leaves it, and says nothing of it any more. */
export class HoldLost extends Error {
  override readonly name = 'HoldLost';
}

/** Work that this process has in hand while it goes on. Until when it is held is also the proof that nobody took it since. */
export class Hold {
  private constructor(
    private readonly clock: Clock,
    private until: Date,
    private toldAt: number,
  ) {}

  /** Undefined while another process has it. */
  static async take(
    clock: Clock,
    take: (now: Date, until: Date) => Promise<boolean>,
  ): Promise<Hold | undefined> {
    const now = clock.now();
    const until = new Date(now.getTime() + HELD_MS);
    return (await take(now, until)) ? new Hold(clock, until, now.getTime()) : undefined;
  }

  /** Once a second, however often it is asked. @throws HoldLost */
  async renewed(write: Write): Promise<void> {
    if (Math.abs(this.clock.now().getTime() - this.toldAt) >= TOLD_EVERY_MS) await this.renew(write);
  }

  /** @throws HoldLost */
  async renew(write: Write): Promise<void> {
    const now = this.clock.now().getTime();
    await this.move(new Date(now + HELD_MS), write);
    this.toldAt = now;
  }

  /** For whoever comes next. @throws HoldLost */
  async release(write: Write): Promise<void> {
    await this.move(this.clock.now(), write);
  }

  private async move(until: Date, write: Write): Promise<void> {
    if (!(await write({ from: this.until, until }))) throw new HoldLost();
    this.until = until;
  }
}
