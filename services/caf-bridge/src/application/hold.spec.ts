import { describe, expect, it } from '@jest/globals';
import { FixedClock } from '@intervia/clock';
import { Hold, HoldLost } from './hold.js';
import type { Renewal } from './ports/stores.js';

/** What the database would do: one end of a hold, moved by whoever knows it. */
class Kept {
  until = new Date(0);
  writes = 0;

  take = async (now: Date, until: Date): Promise<boolean> => {
    if (this.until > now) return false;
    this.until = until;
    return true;
  };
  write = async ({ from, until }: Renewal): Promise<boolean> => {
    this.writes += 1;
    if (this.until.getTime() !== from.getTime()) return false;
    this.until = until;
    return true;
  };
}

const at = () => FixedClock.at('2026-11-28T10:00:00Z');
const MINUTE = 60_000;

describe('work in hand', () => {
  it('is held for as long as it goes on', async () => {
    const [clock, kept] = [at(), new Kept()];
    const hold = (await Hold.take(clock, kept.take))!;
    for (let minute = 0; minute < 30; minute += 1) {
      clock.advance(MINUTE);
      await hold.renewed(kept.write);
      expect(await Hold.take(clock, kept.take)).toBeUndefined();
    }
  });

  it('is told at most once a second', async () => {
    const [clock, kept] = [at(), new Kept()];
    const hold = (await Hold.take(clock, kept.take))!;
    for (let times = 0; times < 100; times += 1) {
      clock.advance(100);
      await hold.renewed(kept.write);
    }
    expect(kept.writes).toBe(10);
  });

  it('is left by who stood still while another took it up, however often', async () => {
    const [clock, kept] = [at(), new Kept()];
    const stopped = (await Hold.take(clock, kept.take))!;
    clock.advance(10 * MINUTE);
    const next = (await Hold.take(clock, kept.take))!;
    await expect(stopped.renew(kept.write)).rejects.toThrow(HoldLost);
    await expect(stopped.release(kept.write)).rejects.toThrow(HoldLost);
    await next.renew(kept.write);
    expect(kept.until.getTime()).toBeGreaterThan(clock.now().getTime());
  });

  it('is free at once when it is released', async () => {
    const [clock, kept] = [at(), new Kept()];
    const hold = (await Hold.take(clock, kept.take))!;
    await hold.release(kept.write);
    expect(await Hold.take(clock, kept.take)).toBeDefined();
  });
});
