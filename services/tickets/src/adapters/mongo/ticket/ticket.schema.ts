import type { OutboxFields } from '@intervia/mongo';
import { outboxDefinition } from '@intervia/mongo';
import { Schema } from 'mongoose';
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

/** The aggregate: state, history and waiting events in one document, so that one write is one decision. */
export interface TicketFields extends OutboxFields {
  _id: string;
  agencyId: string;
  number: number;
  /** What it was made from: `command:…` or `import:…`. */
  origin: string;
  version: number;
  details: StoredDetails;
  missions: Mission[];
  documents: TicketDocument[];
  correspondents: Correspondent[];
  threads: Thread[];
  notes: Note[];
  timers: Timer[];
  modifiedAt: Date;
  phase: ExistingTicket['phase'];
  /** It ended, by being closed or cancelled. */
  closed: boolean;
  closedAt?: Date;
  history: HistoryEntry[];
  /** Absent on what was stored before there were pages. */
  earlier?: Earlier;
  handled: string[];
  /** Absent when no timer runs. */
  nextDueAt?: Date;
  /** Until when a sweep has the ticket to itself. */
  leaseUntil: Date;
  /** Of the last claim. */
  leaseId?: string;
  /** Derived at each save, for the list. */
  row: {
    type: TicketType;
    status: TicketStatus;
    colour: Colour;
    amountCents: number;
    contractorNames: string;
    /** Absent on what was stored by a release that did not know it. */
    addressRefused?: boolean;
    /** Absent when nothing is planned, and on what was stored before. */
    next?: NextUp | null;
  };
  /** Derived at each save, for clients' lists; absent on what was stored before. */
  client?: ClientCourse;
  /** What lists and searches look for (domain, `list-keys.ts`). */
  search: { keys: string[]; words: WordsByField };
  /** How much there is to read, and how much of it each reader has read. */
  news: number;
  reads: Record<string, number>;
  /** Who may see it besides managers; follows the directory, beside the versions. */
  staffIds: string[];
  /** Derived: which clients may follow it (domain, `audience.ts`). */
  audience: string[];
  timeSpentSeconds: number;
  /** The last commands that added to it. */
  timeCommands: string[];
  /** All that a deleted ticket still has, beside its number, origin and waiting events. */
  deletion?: Deletion;
}

interface Deletion {
  module: Module;
  actor: Actor;
  at: Date;
}

const words = value(Object.fromEntries(WORD_FIELDS.map((field) => [field, [String]])));

export const ticketSchema = new Schema<TicketFields>(
  {
    _id: String,
    agencyId: String,
    number: Number,
    origin: String,
    version: Number,
    details,
    missions: [mission],
    documents: [value({ ref: documentRef, kind: String, missionId: String, addedAt: Date })],
    correspondents: [value({ id: String, role: String, person })],
    threads: [thread],
    notes: [note],
    timers: [timer],
    modifiedAt: Date,
    phase: String,
    closed: Boolean,
    closedAt: Date,
    history: [historyEntry],
    earlier: value({ history: Number, news: Number, notes: Number, course: [courseRecord] }),
    handled: [String],
    nextDueAt: Date,
    leaseUntil: Date,
    leaseId: String,
    row: value({
      type: { type: String },
      status: String,
      colour: String,
      amountCents: Number,
      contractorNames: String,
      addressRefused: Boolean,
      next: value({ at: Date, what: String }),
    }),
    client: clientCourse,
    search: value({ keys: [String], words }),
    news: Number,
    reads: { type: Map, of: Number },
    staffIds: [String],
    audience: [String],
    timeSpentSeconds: Number,
    timeCommands: [String],
    deletion: value({ module: String, actor, at: Date }),
    ...outboxDefinition,
  },
  { collection: 'tickets', versionKey: false, minimize: false },
);

const NEWEST_FIRST = { modifiedAt: -1, _id: -1 } as const;
const MODULE = { agencyId: 1, 'details.module': 1 } as const;
const IN_ORDER = { closed: 1, ...NEWEST_FIRST } as const;

// One for each way to come to a part of the list: all of them equalities and then its order, so that a page reads
// what it shows. "Tous" are two walks, of the open and of the closed ones, which the server merges.
ticketSchema.index({ ...MODULE, ...IN_ORDER }, { name: 'list' });
ticketSchema.index({ ...MODULE, 'details.manager.id': 1, ...IN_ORDER }, { name: 'list_mine' });
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
