import { describe, expect, it } from '@jest/globals';
import { FixedClock } from './fixed-clock.js';

describe('FixedClock', () => {
  it('stands still until it is moved, and tells so', () => {
    const clock = new FixedClock(new Date('2026-03-02T08:00:00Z'));
    const told: string[] = [];
    const unsubscribe = clock.onMoved(() => told.push(clock.now().toISOString()));
    clock.advance(60_000);
    unsubscribe();
    clock.set(new Date('2027-01-01T00:00:00Z'));
    expect(told).toEqual(['2026-03-02T08:01:00.000Z']);
    expect(clock.now()).toEqual(new Date('2027-01-01T00:00:00Z'));
  });

  it('cannot be moved through the dates it gives', () => {
    const clock = new FixedClock(new Date('2026-03-02T08:00:00Z'));
    clock.now().setFullYear(1999);
    expect(clock.now().getFullYear()).toBe(2026);
  });
});
