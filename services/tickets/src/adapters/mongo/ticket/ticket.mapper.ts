import { withoutDigicode } from '@intervia/french';
import { outboxFields } from '@intervia/mongo';
import { NOTHING_EARLIER } from '../../../application/running/growth.js';
import type { Earlier, NewTicket, TicketRecord } from '../../../application/ports/tickets.js';
import type { HistoryEntry } from '../../../domain/history/record.js';
import { clientCourseOf } from '../../../domain/audiences/client-course.js';
import { audienceOf } from '../../../domain/audiences/audience.js';
import { REFUSED } from '../../../domain/history/record.js';
import type { Mission } from '../../../domain/mission/mission.js';
import type { Person, UserRef } from '../../../domain/values/model.js';
import { heardAt } from '../../../domain/history/heard.js';
import { listKeys } from '../../../domain/search/list-keys.js';
import { wordsByField } from '../../../domain/search/search-words.js';
import {
  countedMissions,
  endedAt,
  hasRefusedAddress,
  nextDueAt,
  ticketAmount,
  ticketColour,
  ticketStatus,
  ticketType,
} from '../../../domain/ticket/ticket.js';
import { nextUp } from '../../../domain/ticket/next-up.js';
import type { ExistingTicket } from '../../../domain/ticket/ticket.js';
import { storedOptions, withoutOptions } from './stored-options.js';
import type { TicketFields } from './ticket.schema.js';

/** Held by no sweep. */
const NO_LEASE = new Date(0);

/** User ids may hold dots and dollars, which mean something in a path. */
export function readerKey(userId: string): string {
  return `u${Buffer.from(userId).toString('base64url')}`;
}

type StateFields = Omit<
  TicketFields,
  | 'history'
  | 'leaseId'
  | 'reads'
  | 'origin'
  | 'outbox'
  | 'outboxAt'
  | '_id'
  | 'agencyId'
  | 'number'
  | 'staffIds'
  | 'timeSpentSeconds'
  | 'timeCommands'
  | 'deletion'
>;

/** All that a save writes anew; history and outbox are added to. */
export function toStateFields({ ticket, version, history, earlier, handled }: TicketRecord): StateFields {
  const { id: _id, agencyId: _agencyId, number: _number, ...details } = ticket.details;
  return {
    version,
    details,
    missions: [...ticket.missions],
    documents: [...ticket.documents],
    correspondents: [...ticket.correspondents],
    threads: [...ticket.threads],
    notes: [...ticket.notes],
    timers: ticket.phase === 'open' ? [...ticket.timers] : [],
    modifiedAt: ticket.modifiedAt,
    phase: ticket.phase,
    closed: endedAt(ticket) !== undefined,
    closedAt: endedAt(ticket),
    handled: [...handled],
    nextDueAt: nextDueAt(ticket),
    leaseUntil: NO_LEASE,
    row: {
      type: ticketType(ticket),
      status: ticketStatus(ticket),
      colour: ticketColour(ticket),
      amountCents: ticketAmount(ticket),
      contractorNames: countedMissions(ticket)
        .map(({ contractor }) => contractor.name)
        .join(', '),
      addressRefused: hasRefusedAddress(ticket),
      heardAt: heardAt(history),
      next: nextUp(ticket),
    },
    client: clientCourseOf(ticket, [...earlier.course, ...history]),
    search: searchOf(ticket),
    audience: audienceOf(ticket),
    earlier,
    // A refused attempt is no news.
    news: earlier.news + history.filter(({ fact }) => fact !== REFUSED).length,
  };
}

function searchOf(ticket: ExistingTicket): TicketFields['search'] {
  const words = wordsByField(ticket);
  return { words, keys: listKeys(ticket, words) };
}

export function toNewFields({ record, origin, outgoing, readBy, imported, at }: NewTicket): TicketFields {
  const { id, agencyId, number } = record.ticket.details;
  const state = toStateFields(record);
  return {
    _id: id,
    agencyId,
    number,
    origin,
    ...state,
    news: imported ? 0 : state.news,
    history: [...record.history],
    staffIds: [...record.ticket.details.place.staffIds],
    timeSpentSeconds: 0,
    timeCommands: [],
    reads: readBy ? { [readerKey(readBy)]: state.news } : {},
    ...outboxFields(outgoing, at),
  };
}

export function toRecord(fields: TicketFields): TicketRecord {
  return {
    ticket: toTicket(fields),
    version: fields.version,
    history: fields.history.map(toEntry),
    earlier: toEarlier(fields.earlier),
    handled: fields.handled,
    timeSpentSeconds: fields.timeSpentSeconds,
  };
}

function toEarlier(stored: Earlier | undefined): Earlier {
  if (!stored) return NOTHING_EARLIER;
  const { course, ...counts } = stored;
  return {
    ...counts,
    course: course.map((record) => ({ ...record, appointment: optional(record.appointment) })),
  };
}

function toTicket(fields: TicketFields): ExistingTicket {
  const { _id: id, agencyId, number, phase, details, modifiedAt, timers, closedAt } = fields;
  const { missions, documents, correspondents, threads, notes } = fields;
  const body = {
    details: {
      ...withoutOptions(details),
      // Its place has it; the creation form of older releases wrote it into the text, and people do.
      description: withoutDigicode(details.description, details.place.digicode),
      options: storedOptions(details),
      requester: optional<Person>(details.requester),
      assistant: optional<UserRef>(details.assistant),
      id,
      agencyId,
      number,
    },
    missions: missions.map(toMission),
    documents,
    correspondents,
    threads,
    notes,
    modifiedAt,
  };
  const ended = closedAt ?? modifiedAt;
  switch (phase) {
    case 'pending':
      return { phase, ...body };
    case 'cancelled':
      return { phase, ...body, cancelledAt: ended };
    case 'open':
      return { phase, ...body, timers };
    case 'closed':
      return { phase, ...body, closedAt: ended };
  }
}

/** What a stage does not have is not there, rather than null. */
function toMission({ past, ...mission }: Mission): Mission {
  return { ...present(mission), past: past.map(present) };
}

function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== null)) as T;
}

/** What was undefined comes back as null or not at all; the hash of an entry must not see the difference. */
export function toEntry(entry: HistoryEntry): HistoryEntry {
  const {
    appointment,
    presence,
    timer,
    action,
    refusal,
    approved,
    means,
    saidAt,
    status,
    correspondentId,
    erasure,
    ...told
  } = entry;
  return {
    ...told,
    appointment: optional(appointment),
    presence: optional(presence),
    timer: optional(timer),
    action: optional(action),
    refusal: optional(refusal),
    approved: optional(approved),
    means: optional(means),
    saidAt: optional(saidAt),
    status: optional(status),
    correspondentId: optional(correspondentId),
    ...(erasure ? { erasure } : {}),
  };
}

function optional<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}
