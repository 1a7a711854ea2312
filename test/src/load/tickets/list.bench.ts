import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { Message, MessageInitShape } from '@bufbuild/protobuf';
import {
  Colour,
  Module,
  SearchField,
  Show,
  Source,
  Status,
  type ListTicketsRequestSchema,
} from '@intervia/contracts';
import { measureOf, median, quantile, type Measure } from '../measure.js';
import type { StoredTicket } from './stored-ticket.js';
import { aDraft, copyOf, insertCopies, openTicket } from './ticket-copies.js';
import { byUser, startTicketsStack, type TicketsStack } from './tickets-stack.js';

const AGENCY = 'agency-large';
const TICKETS = 200_000;
const OTHER_AGENCIES = 10;
const TICKETS_OF_OTHERS = 2_000;
/** So many different ones are made by the service itself; the rest are their copies. */
const DIFFERENT = 200;
/** One of so many is open. */
const CLOSED_OF = 20;
const DAY_MS = 24 * 3_600_000;
const ROUNDS = 40;

type Request = Exclude<MessageInitShape<typeof ListTicketsRequestSchema>, Message>;

const PAGE = { limit: 50 };

/** Each read of the list (manual, "Liste des tickets", "Recherches", "Affichages"). */
const READS: Readonly<Record<string, Request>> = {
  'mine, open': { mine: true, show: Show.OPEN },
  'mine and an absent colleague’s, all': {
    mine: true,
    show: Show.ALL,
    caller: { ...byUser(AGENCY), standsInFor: ['user-2'] },
  },
  'an assistant’s, all': { show: Show.ALL, caller: { ...byUser(AGENCY), attachedOnly: true } },
  open: { show: Show.OPEN },
  today: { show: Show.TODAY },
  closed: { show: Show.CLOSED },
  all: { show: Show.ALL },
  'search anywhere': { show: Show.ALL, search: 'plomberie' },
  'search anywhere, three words': { show: Show.ALL, search: 'fuite tilleuls lefèvre' },
  'search by building': { show: Show.ALL, search: 'résidence voltaire', searchIn: SearchField.BUILDING },
  'search by unit': { show: Show.ALL, search: 'appartement 12', searchIn: SearchField.UNIT },
  'search by owner': { show: Show.ALL, search: 'œuvrard', searchIn: SearchField.OWNER },
  'search by subject': { show: Show.ALL, search: 'ascenseur', searchIn: SearchField.SUBJECT_OR_DESCRIPTION },
  'search by contractor': { show: Show.ALL, search: 'serrurerie martin', searchIn: SearchField.CONTRACTOR },
  'search by number': { show: Show.ALL, search: '12345', searchIn: SearchField.NUMBER },
  'search for nothing': { show: Show.ALL, search: 'zzzz' },
  'criteria: status': { show: Show.ALL, criteria: { statuses: [Status.WORK_ORDER_SENT, Status.CLOSED] } },
  'criteria: building, colour': {
    show: Show.ALL,
    criteria: { buildingId: 'building-5', colour: Colour.GREY },
  },
  'criteria: contractor, source': {
    show: Show.ALL,
    criteria: { contractorPartyId: 'party-7', sources: [Source.PHONE] },
  },
  'criteria: a quarter': {
    show: Show.ALL,
    criteria: {
      openedFrom: timestampFromDate(new Date(Date.now() - 90 * DAY_MS)),
      openedBefore: timestampFromDate(new Date(Date.now() + DAY_MS)),
    },
  },
};

async function seed(stack: TicketsStack): Promise<string[]> {
  const made: StoredTicket[] = [];
  for (let n = 0; n < DIFFERENT; n += 1) made.push(await openTicket(stack, AGENCY, aDraft(n)));
  const some: string[] = [];
  const copy = (n: number, agencyId: string, of: number): StoredTicket => {
    const ticket = made[n % DIFFERENT] as StoredTicket;
    const modifiedAt = new Date(ticket.modifiedAt.getTime() - (of - n) * 60_000);
    const closed = n % CLOSED_OF !== 0;
    const copied = copyOf(ticket, DIFFERENT + n + 1, { agencyId, modifiedAt });
    return closed ? asClosed(copied) : copied;
  };
  await insertCopies(stack.stored, TICKETS, (n) => {
    const copied = copy(n, AGENCY, TICKETS);
    if (n % (TICKETS / 4_000) === 0) some.push(copied._id);
    return copied;
  });
  for (let agency = 0; agency < OTHER_AGENCIES; agency += 1) {
    await insertCopies(stack.stored, TICKETS_OF_OTHERS, (n) =>
      copy(n, `agency-${agency}`, TICKETS_OF_OTHERS),
    );
  }
  return some;
}

function asClosed({ nextDueAt: _nextDueAt, ...ticket }: StoredTicket): StoredTicket {
  const keys = ticket.search.keys.map((key) => (key.startsWith('S:') ? 'S:CLOSED' : key));
  return {
    ...ticket,
    closed: true,
    closedAt: ticket.modifiedAt,
    timers: [],
    row: { ...ticket.row, status: 'CLOSED', colour: 'RED' },
    search: { ...ticket.search, keys },
  };
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

/**
 * Each read of the list on 200,000 tickets of an agency, through the bus, against the driver fetching as many
 * documents by their ids, in turns: above 1 the list is faster.
 */
export async function* benchList(): AsyncIterable<Measure> {
  const stack = await startTicketsStack();
  try {
    await stack.startReplica();
    const ids = await seed(stack);
    for (const [name, request] of Object.entries(READS)) {
      const read = () =>
        stack.tickets.listTickets({ caller: byUser(AGENCY), module: Module.SYNDIC, ...PAGE, ...request });
      const found = (await read()).tickets.length;
      const times = { ours: [] as number[], bare: [] as number[] };
      for (let round = 0; round < ROUNDS; round += 1) {
        const from = (round * found) % (ids.length - PAGE.limit);
        const some = ids.slice(from, from + Math.max(found, 1));
        times.ours.push(await timed(read));
        times.bare.push(await timed(() => stack.stored.find({ _id: { $in: some } }).toArray()));
      }
      const rate = (values: number[]) => 1_000 / median(values);
      yield {
        ...measureOf(`list, ${name}`, 'reads/s', rate(times.ours), rate(times.bare)),
        rows: found,
        medianMs: Number(median(times.ours).toFixed(1)),
        p95Ms: Number(quantile(times.ours, 0.95).toFixed(1)),
      };
    }
  } finally {
    await stack.stop();
  }
}
