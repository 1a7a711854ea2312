import { rewrite } from '@intervia/mongo';
import type { Migration, Migrations } from '@intervia/mongo';
import type { mongo } from 'mongoose';
import { nextDueAt } from '../../domain/ticket/ticket.js';
import { timersLacking } from '../../domain/timers/timers.js';
import { toRecord } from './ticket/ticket.mapper.js';
import type { TicketFields } from './ticket/ticket.schema.js';

/** Had no timer in releases of before: a reminder was added to each. */
const SINCE_TIMED = ['QUOTE_ACCEPTED', 'AWAITING_COMPLETION'];

const OPEN = { phase: 'open', 'missions.status': { $in: SINCE_TIMED } } as const;

/** Nothing for a ticket that lacks none. A command in between wins: it looked at the ticket as it was. */
function withTimers(fields: TicketFields) {
  const { ticket, version } = toRecord(fields);
  if (ticket.phase !== 'open') return [];
  const lacking = timersLacking(ticket, new Date());
  if (lacking.length === 0) return [];
  const timers = [...ticket.timers, ...lacking];
  const due = nextDueAt({ ...ticket, timers });
  const update = { $set: { timers, ...(due && { nextDueAt: due }) } };
  return [{ updateOne: { filter: { _id: fields._id, version }, update } }];
}

const giveTimers = (db: mongo.Db, write: boolean): Promise<number> =>
  rewrite(db.collection<TicketFields>('tickets'), OPEN, withTimers, write);

const timersOfWaiting: Migration = {
  title: 'tickets that wait for an appointment or an end without any timer get one',
  count: (db) => giveTimers(db, false),
  run: (db) => giveTimers(db, true),
};

/** Of the tickets' database, the first leads to version 1. */
export const TICKET_MIGRATIONS: Migrations = [timersOfWaiting];
