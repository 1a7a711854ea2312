import { describe, expect, it } from '@jest/globals';
import { batched, batchedByAgency } from './batched.js';

/** Answers when it is told to. */
function gate() {
  const asked: (readonly string[])[] = [];
  const open: (() => void)[] = [];
  const load = async (keys: readonly string[]): Promise<string[]> => {
    asked.push(keys);
    await new Promise<void>((resolve) => open.push(resolve));
    return keys.map((key) => key.toUpperCase());
  };
  const next = async (): Promise<void> => {
    while (open.length === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    open.shift()?.();
  };
  return { asked, load, next };
}

describe('questions that are batched', () => {
  it('go together when they come while another is under way', async () => {
    const { asked, load, next } = gate();
    const find = batched(load);
    const first = find('a');
    await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
    const others = [find('b'), find('c')];
    await next();
    expect(await first).toBe('A');
    await next();
    expect(await Promise.all(others)).toEqual(['B', 'C']);
    expect(asked).toEqual([['a'], ['b', 'c']]);
  });

  it('fail together, and leave the next ones alone', async () => {
    let failing = true;
    const find = batched(async (keys: readonly string[]) => {
      if (failing) throw new Error('away');
      return keys;
    });
    const results = await Promise.allSettled([find('a'), find('b')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    failing = false;
    expect(await find('a')).toBe('a');
  });

  it('are asked again each time: nothing is remembered', async () => {
    let answer = 0;
    const find = batched(async (keys: readonly string[]) => keys.map(() => (answer += 1)));
    expect([await find('a'), await find('a')]).toEqual([1, 2]);
  });
});

describe('look-ups by agency', () => {
  it('never mix agencies, and answer nothing for what is not there', async () => {
    const asked: [string, readonly string[]][] = [];
    const find = batchedByAgency(async (agencyId, ids) => {
      asked.push([agencyId, ids]);
      return new Map(ids.filter((id) => id !== 'missing').map((id) => [id, `${agencyId}/${id}`]));
    });
    const answers = await Promise.all([
      find('one', 'x'),
      find('two', 'x'),
      find('one', 'x'),
      find('one', 'missing'),
    ]);
    expect(answers).toEqual(['one/x', 'two/x', 'one/x', undefined]);
    expect(asked).toEqual([
      ['one', ['x', 'missing']],
      ['two', ['x']],
    ]);
  });
});
