import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { ListTicketsResponse } from '@intervia/contracts';
import { ListTicketsResponseSchema } from '@intervia/contracts';
import { expect, it } from '@jest/globals';
import { everyTicket } from './every-ticket.js';

const PAGE = 2;

/** A list as the tickets service pages it: last modified first, the cursor says where a page ended. */
class LivingList {
  private readonly modified = new Map<number, number>();
  private now = 0;
  reads = 0;

  constructor(count: number, { atOnce = false } = {}) {
    for (let number = count; number > 0; number -= 1) {
      this.touch(number);
      if (atOnce) this.now = 0;
    }
  }

  touch(number: number): void {
    this.modified.set(number, (this.now += 1));
  }

  read = async (cursor: string): Promise<ListTicketsResponse> => {
    this.reads += 1;
    const place = (number: number, at: number) => at * 100 - number;
    const rows = [...this.modified]
      .filter(([number, at]) => !cursor || place(number, at) < Number(cursor))
      .toSorted((a, b) => place(...b) - place(...a));
    const tickets = rows.slice(0, PAGE).map(([number, at]) => ({ number, modifiedAt: timestampFromMs(at) }));
    const last = rows[PAGE - 1];
    const nextCursor = rows.length > PAGE && last ? String(place(...last)) : '';
    return create(ListTicketsResponseSchema, { tickets, nextCursor });
  };
}

/** @param meanwhile what happens after so many pages */
async function numbersOf(list: LivingList, meanwhile: Record<number, () => void> = {}): Promise<number[]> {
  const numbers: number[] = [];
  let pages = 0;
  for await (const rows of everyTicket(await list.read(''), list.read)) {
    numbers.push(...rows.map(({ number }) => number));
    meanwhile[(pages += 1)]?.();
  }
  return numbers;
}

it('gives each ticket once, in the order of the list', async () => {
  expect(await numbersOf(new LivingList(5))).toEqual([1, 2, 3, 4, 5]);
});

it('reads a list of one page once', async () => {
  const list = new LivingList(2);
  expect(await numbersOf(list)).toEqual([1, 2]);
  expect(list.reads).toBe(1);
});

it('comes to an end where many changed at the same moment', async () => {
  expect(await numbersOf(new LivingList(5, { atOnce: true }))).toEqual([1, 2, 3, 4, 5]);
});

it('loses no ticket that changes meanwhile, and gives none twice', async () => {
  const list = new LivingList(7);
  const numbers = await numbersOf(list, {
    1: () => [1, 6, 7].forEach((number) => list.touch(number)),
    // While what had moved is read as well.
    4: () => list.touch(5),
  });
  expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('takes what is opened meanwhile', async () => {
  const list = new LivingList(4);
  expect(await numbersOf(list, { 1: () => list.touch(8) })).toEqual([1, 2, 3, 4, 8]);
});
