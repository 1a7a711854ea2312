import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { ListTicketsResponse, TicketRow } from '@intervia/contracts';

type ReadPage = (cursor: string) => Promise<ListTicketsResponse>;

/**
 * Each ticket of a list once, page by page. One that changes while the list is read moves to its front, behind the
 * reader: what moved is read at the end. A ticket that was given already is not given again.
 * @param first the page that `read` gives for no cursor
 */
export async function* everyTicket(
  first: ListTicketsResponse,
  read: ReadPage,
): AsyncGenerator<readonly TicketRow[]> {
  const given = new Set<number>();
  let knownUntil = -Infinity;
  for (let front = first; ; front = await read('')) {
    const before = given.size;
    let pages = 0;
    for (let page = front; ; page = await read(page.nextCursor)) {
      pages += 1;
      yield page.tickets.filter(({ number }) => !given.has(number) && given.add(number));
      if (!page.nextCursor || oldestOf(page) < knownUntil) break;
    }
    // What came in one answer cannot have moved meanwhile.
    if (pages === 1 || given.size === before) return;
    knownUntil = modifiedAt(front.tickets[0]);
  }
}

const oldestOf = ({ tickets }: ListTicketsResponse): number => modifiedAt(tickets.at(-1));

function modifiedAt(row: TicketRow | undefined): number {
  return row?.modifiedAt ? timestampMs(row.modifiedAt) : -Infinity;
}
