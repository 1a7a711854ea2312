import type { DeadLetter, DeadLetters } from '@intervia/messaging';
import { describe, expect, it } from '@jest/globals';
import { DeadLettersHandler } from './dead-letters.handler.js';

function someLetters(...agencies: string[]) {
  const replayed: number[] = [];
  const letters = agencies.map((agencyId, index) => ({ agencyId, sequence: index + 1 }) as DeadLetter);
  const store: Pick<DeadLetters, 'list' | 'replay'> = {
    list: async () => letters,
    replay: async (sequence) => {
      replayed.push(sequence);
      return sequence !== 3;
    },
  };
  return { replayed, sut: new DeadLettersHandler(store as DeadLetters) };
}

describe('dead letters', () => {
  it('are shown to their own agency', async () => {
    const { sut } = someLetters('a', 'b', 'a');
    expect((await sut.list('a')).map(({ sequence }) => sequence)).toEqual([1, 3]);
  });

  it('are replayed by their own agency only', async () => {
    const { sut, replayed } = someLetters('a', 'b');
    await expect(sut.replay('a', 2)).rejects.toMatchObject({ code: 'DEAD_LETTER_NOT_FOUND' });
    await sut.replay('a', 1);
    expect(replayed).toEqual([1]);
  });

  it('say so when somebody else was quicker', async () => {
    const { sut } = someLetters('a', 'b', 'a');
    await expect(sut.replay('a', 3)).rejects.toMatchObject({ code: 'DEAD_LETTER_NOT_FOUND' });
  });
});
