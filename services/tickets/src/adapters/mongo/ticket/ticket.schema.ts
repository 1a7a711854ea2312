import type { OutboxFields, Stored } from '@intervia/mongo';
import { as, embedded, optional, outboxDefinition, schemaOf } from '@intervia/mongo';
import type { Earlier } from '../../../application/ports/tickets.js';
import type { ClientCourse } from '../../../domain/audiences/client-course.js';
import type { HistoryEntry } from '../../../domain/history/record.js';
import type { Colour, Mission } from '../../../domain/mission/mission.js';
import type {
  Actor,
  Correspondent,
  Module,
  Note,
  Thread,
  TicketDocument,
} from '../../../domain/values/model.js';
import { WORD_FIELDS } from '../../../domain/search/search-words.js';
import type { WordsByField } from '../../../domain/search/search-words.js';
import type { ExistingTicket, TicketStatus, TicketType } from '../../../domain/ticket/ticket.js';
import type { Timer } from '../../../domain/mission/timer.js';
import type { NextUp } from '../../../domain/ticket/next-up.js';
import { LIST_ORDERS } from '../lists/list-orders.js';
import type { StoredDetails } from './stored-options.js';
import {
  actor,
  clientCourse,
  courseRecord,
  details,
  documentRef,
  historyEntry,
  mission,
  note,
  person,
  thread,
  timer,
  value,
} from './ticket.values.js';

export const TICKET = 'Ticket';

const WORDS = value(Object.fromEntries(WORD_FIELDS.map((field) => [field, [String]])));

/** The fields of a ticket, each declared here alone; what values are made of is in `ticket.values.ts`. */
const FIELDS = {
  _id: String,
  agencyId: String,
  number: Number,
  /** What it was made from: `command:…` or `import:…`. */
  origin: String,
  version: Number,
  details: as<StoredDetails>(details),
  missions: as<Mission[]>([mission]),
  documents: as<TicketDocument[]>([
    value({ ref: documentRef, kind: String, missionId: String, addedAt: Date }),
  ]),
  correspondents: as<Correspondent[]>([value({ id: String, role: String, person })]),
  threads: as<Thread[]>([thread]),
  notes: as<Note[]>([note]),
  timers: as<Timer[]>([timer]),
  modifiedAt: Date,
  phase: as<ExistingTicket['phase']>(String),
  /** It ended, by being closed or cancelled. */
  closed: Boolean,
  closedAt: optional(Date),
  history: as<HistoryEntry[]>([historyEntry]),
  /** Absent on what was stored before there were pages. */
  earlier: optional(
    as<Earlier>(value({ history: Number, news: Number, notes: Number, course: [courseRecord] })),
  ),
  handled: as<string[]>([String]),
  /** Absent when no timer runs. */
  nextDueAt: optional(Date),
  /** Until when a sweep has the ticket to itself. */
  leaseUntil: Date,
  /** Of the last claim. */
  leaseId: optional(String),
  /** Derived at each save, for the list. */
  row: embedded({
    // A field of that name is a field when its definition is whole.
    type: as<TicketType>({ type: String }),
    status: as<TicketStatus>(String),
    colour: as<Colour>(String),
    amountCents: Number,
    contractorNames: String,
    /** Absent on what was stored by a release that did not know it. */
    addressRefused: optional(Boolean),
    /** When somebody outside the agency last acted; absent when nobody did, and on what was stored before. */
    heardAt: optional(Date),
    /** Absent when nothing is planned, and on what was stored before. */
    next: optional(as<NextUp | null>(value({ at: Date, what: String }))),
  }),
  /** Derived at each save, for clients' lists; absent on what was stored before. */
  client: optional(as<ClientCourse>(clientCourse)),
  /** What lists and searches look for (domain, `list-keys.ts`). */
  search: embedded({ keys: as<string[]>([String]), words: as<WordsByField>(WORDS) }),
  /** How much there is to read, and how much of it each reader has read. */
  news: Number,
  reads: as<Record<string, number>>({ type: Map, of: Number }),
  /** Who may see it besides managers; follows the directory, beside the versions. */
  staffIds: as<string[]>([String]),
  /** Derived: which clients may follow it (domain, `audience.ts`). */
  audience: as<string[]>([String]),
  timeSpentSeconds: Number,
  /** The last commands that added to it. */
  timeCommands: as<string[]>([String]),
  /** All that a deleted ticket still has, beside its number, origin and waiting events. */
  deletion: optional(embedded({ module: as<Module>(String), actor: as<Actor>(actor), at: Date })),
};

/** The aggregate: state, history and waiting events in one document, so that one write is one decision. */
export interface TicketFields extends Stored<typeof FIELDS>, OutboxFields {}

export const ticketSchema = schemaOf<TicketFields>(
  { ...FIELDS, ...outboxDefinition },
  { collection: 'tickets', versionKey: false, minimize: false },
);

const NEWEST_FIRST = { modifiedAt: -1, _id: -1 } as const;
const MODULE = { agencyId: 1, 'details.module': 1 } as const;
const IN_ORDER = { closed: 1, ...NEWEST_FIRST } as const;

// One for each way to come to a part of the list: all of them equalities and then its order, so that a page reads
// what it shows. "Tous" are two walks, of the open and of the closed ones, which the server merges.
ticketSchema.index({ ...MODULE, ...IN_ORDER }, { name: 'list' });
ticketSchema.index({ ...MODULE, 'details.manager.id': 1, ...IN_ORDER }, { name: 'list_mine' });
// Sorted otherwise: the other criteria are looked at on the way.
for (const path of new Set(Object.values(LIST_ORDERS).map(({ path }) => path))) {
  if (path === 'modifiedAt') continue;
  const name = path.split('.')[1] ?? path;
  const order = { closed: 1, [path]: 1, _id: 1 } as const;
  ticketSchema.index({ ...MODULE, ...order }, { name: `list_${name}` });
  ticketSchema.index({ ...MODULE, 'details.manager.id': 1, ...order }, { name: `list_mine_${name}` });
}
ticketSchema.index({ ...MODULE, staffIds: 1, ...IN_ORDER }, { name: 'list_attached' });
ticketSchema.index({ ...MODULE, 'search.keys': 1, ...IN_ORDER }, { name: 'search' });
ticketSchema.index({ agencyId: 1, number: 1 }, { name: 'number', unique: true });
ticketSchema.index({ agencyId: 1, origin: 1 }, { name: 'origin', unique: true });
// Across agencies: the sweep serves them all.
ticketSchema.index(
  { nextDueAt: 1, leaseUntil: 1 },
  { name: 'due', partialFilterExpression: { nextDueAt: { $exists: true } } },
);
// Clients' follow-up: what one of them may see is one look-up.
ticketSchema.index({ agencyId: 1, audience: 1, ...NEWEST_FIRST }, { name: 'follow_ups' });
// The directory tells when a place has other people.
ticketSchema.index(
  { agencyId: 1, 'details.place.unitId': 1, 'details.place.buildingId': 1 },
  { name: 'place' },
);
ticketSchema.index(
  { agencyId: 1, 'deletion.module': 1, 'deletion.at': -1, _id: -1 },
  { name: 'deletions', partialFilterExpression: { 'deletion.at': { $exists: true } } },
);
