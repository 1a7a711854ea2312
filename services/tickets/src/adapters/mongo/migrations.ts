import type { Migration, Migrations } from '@intervia/mongo';
import type { mongo } from 'mongoose';
import { nextDueAt } from '../../domain/ticket/ticket.js';
import { timersLacking } from '../../domain/timers/timers.js';
import { toRecord } from './ticket/ticket.mapper.js';
import type { TicketFields } from './ticket/ticket.schema.js';

const BATCH = 200;
/** Had no timer in releases of before: a reminder was added to each. */
const SINCE_TIMED = ['QUOTE_ACCEPTED', 'AWAITING_COMPLETION'];

const ticketsOf = (db: mongo.Db) => db.collection<TicketFields>('tickets');
const OPEN = { phase: 'open', 'missions.status': { $in: SINCE_TIMED } } as const;

type Change = Parameters<mongo.Collection<TicketFields>['bulkWrite']>[0][number];

/** Nothing for a ticket that lacks none. A command in between wins: it looked at the ticket as it was. */
function withTimers(fields: TicketFields): Change[] {
  const { ticket, version } = toRecord(fields);
  if (ticket.phase !== 'open') return [];
  const lacking = timersLacking(ticket, new Date());
  if (lacking.length === 0) return [];
  const timers = [...ticket.timers, ...lacking];
  const due = nextDueAt({ ...ticket, timers });
  const update = { $set: { timers, ...(due && { nextDueAt: due }) } };
  return [{ updateOne: { filter: { _id: fields._id, version }, update } }];
}

async function eachBatch(db: mongo.Db, work: (changes: Change[]) => Promise<number>): Promise<number> {
  let changed = 0;
  for (let last = ''; ;) {
    const found = await ticketsOf(db)
      .find({ ...OPEN, _id: { $gt: last } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const changes = found.flatMap(withTimers);
    if (changes.length > 0) changed += await work(changes);
    if (found.length < BATCH) return changed;
    last = found.at(-1)?._id ?? last;
  }
}

const timersOfWaiting: Migration = {
  title: 'tickets that wait for an appointment or an end without any timer get one',
  count: (db) => eachBatch(db, (changes) => Promise.resolve(changes.length)),
  run: (db) =>
    eachBatch(
      db,
      async (changes) => (await ticketsOf(db).bulkWrite(changes, { ordered: false })).modifiedCount,
    ),
};

/** Of the tickets' database, the first leads to version 1. */
export const TICKET_MIGRATIONS: Migrations = [timersOfWaiting];
