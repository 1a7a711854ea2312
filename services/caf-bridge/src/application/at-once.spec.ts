import { describe, expect, it } from '@jest/globals';
import { atOnce } from './at-once.js';

describe('work on several at once', () => {
  it('does each once, never more than so many together', async () => {
    const done: number[] = [];
    let [now, most] = [0, 0];
    await atOnce(3, [1, 2, 3, 4, 5, 6, 7], async (item) => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      done.push(item);
      now -= 1;
    });
    expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('begins nothing new after a failure, and ends what is under way before it throws', async () => {
    const ended: number[] = [];
    const work = atOnce(2, [1, 2, 3, 4, 5], async (item) => {
      await Promise.resolve();
      if (item === 1) throw new Error('refused');
      await Promise.resolve();
      ended.push(item);
    });
    await expect(work).rejects.toThrow('refused');
    expect(ended).toEqual([2]);
  });
});
