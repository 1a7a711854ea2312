import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.js';

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe('Lanes', () => {
  it('runs the tasks of a key one after the other, and keys side by side', async () => {
    const lanes = new Lanes(8);
    const { open, opened } = gate();
    const order: string[] = [];
    const other = gate();
    lanes.enter('a', async () => {
      await opened;
      order.push('a1');
    });
    lanes.enter('a', async () => void order.push('a2'));
    lanes.enter('b', async () => {
      order.push('b1');
      other.open();
    });
    await other.opened;
    expect(order).toEqual(['b1']);
    open();
    await lanes.idle();
    expect(order).toEqual(['b1', 'a1', 'a2']);
  });

  it('works on no more pieces at a time than it is wide', async () => {
    const lanes = new Lanes(3);
    let now = 0;
    let most = 0;
    for (let n = 0; n < 20; n += 1) {
      lanes.enter(`key-${n}`, () =>
        lanes.work(async () => {
          now += 1;
          most = Math.max(most, now);
          await new Promise((resolve) => setImmediate(resolve));
          now -= 1;
        }),
      );
    }
    await lanes.idle();
    expect(most).toBe(3);
  });

  it('frees the place of a piece that fails', async () => {
    const lanes = new Lanes(1);
    await expect(lanes.work(() => Promise.reject(new Error('boom')))).rejects.toThrow('boom');
    await expect(lanes.work(async () => 'next')).resolves.toBe('next');
  });
});
