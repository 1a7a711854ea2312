import { assertFits, byteLength } from '@intervia/mongo';
import { REFUSED } from '../../domain/history/record.js';
import type { CourseRecord, HistoryEntry } from '../../domain/history/record.js';
import { isOfCourse } from '../../domain/history/taken-back.js';
import type { Thread, ThreadMessage } from '../../domain/values/model.js';
import type { ExistingTicket } from '../../domain/ticket/ticket.js';
import type { Earlier, TicketPage, TicketPart, TicketRecord } from '../ports/tickets.js';

/** What a ticket may hold of each part it grows with, in bytes; beyond it the oldest move to pages of their own. */
export const HELD_BYTES = 48 * 1024;
/** What is held after a move, so that not each change moves something. */
const KEPT_BYTES = HELD_BYTES / 2;
/** Of one page, unless a single entry is larger. */
export const PAGE_BYTES = 64 * 1024;

export const NOTHING_EARLIER: Earlier = { history: 0, news: 0, notes: 0, course: [] };

interface Lightened {
  readonly record: TicketRecord;
  readonly moved: readonly TicketPage[];
}

/**
 * Everything in it was saved already: what moves never changes, and two who move it at once write the same.
 * The newest of each part stays, so that the chain of the history goes on from it.
 */
export function withoutOldest(record: TicketRecord): Lightened {
  const history = split(record.history, newestWithin(record.history));
  const notes = split(record.ticket.notes, newestWithin(record.ticket.notes));
  const threads = lightenThreads(record.ticket.threads);
  const moved = [
    ...pagesOf('history', record.earlier.history, history.old),
    ...pagesOf('notes', record.earlier.notes, notes.old),
    ...threads.moved,
  ];
  if (moved.length === 0) return { record, moved };
  return {
    moved,
    record: {
      ...record,
      ticket: { ...record.ticket, notes: notes.kept, threads: threads.kept },
      history: history.kept,
      earlier: {
        history: record.earlier.history + history.old.length,
        news: record.earlier.news + history.old.filter(({ fact }) => fact !== REFUSED).length,
        notes: record.earlier.notes + notes.old.length,
        course: [...record.earlier.course, ...history.old.filter(isOfCourse).map(toCourse)],
      },
    },
  };
}

/** Of a list, the newest that fit into one page, with the place of the first. */
export function newestPage<T>(entries: readonly T[], from: number): { entries: readonly T[]; from: number } {
  const first = firstWithin(entries, PAGE_BYTES);
  return { entries: entries.slice(first), from: from + first };
}

/**
 * A ticket's own state has a budget; what is said in it moves to pages instead.
 * @throws BeyondBudget
 */
export function assertRoom(ticket: ExistingTicket, earlier: Earlier, before: TicketRecord | undefined): void {
  assertFits('TICKET_FULL', stateOf(ticket, earlier), {
    before: before && stateOf(before.ticket, before.earlier),
  });
}

function stateOf({ threads, notes: _notes, ...state }: ExistingTicket, { course }: Earlier): object {
  return { ...state, course, threads: threads.map(({ messages: _messages, ...thread }) => thread) };
}

function lightenThreads(threads: readonly Thread[]): { kept: readonly Thread[]; moved: TicketPage[] } {
  const messages = threads.flatMap((thread) => thread.messages);
  const ordered = messages.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const stays: ReadonlySet<ThreadMessage> = new Set(ordered.slice(newestWithin(ordered)));
  if (stays.size === messages.length) return { kept: threads, moved: [] };
  const parts = threads.map((thread) => {
    const first = thread.messages.findIndex((message) => stays.has(message));
    return { thread, ...split(thread.messages, first < 0 ? thread.messages.length : first) };
  });
  return {
    kept: parts.map(({ thread, old, kept }) =>
      old.length > 0 ? { ...thread, messages: kept, earlier: (thread.earlier ?? 0) + old.length } : thread,
    ),
    moved: parts.flatMap(({ thread, old }) => pagesOf(`thread:${thread.id}`, thread.earlier ?? 0, old)),
  };
}

function split<T>(entries: readonly T[], at: number): { old: readonly T[]; kept: readonly T[] } {
  return { old: entries.slice(0, at), kept: entries.slice(at) };
}

/** @returns where the part that stays begins; 0 when all of it fits. */
function newestWithin(entries: readonly unknown[]): number {
  return firstWithin(entries, HELD_BYTES) === 0 ? 0 : firstWithin(entries, KEPT_BYTES);
}

/** The last one always stays. */
function firstWithin(entries: readonly unknown[], budget: number): number {
  let bytes = 0;
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    bytes += byteLength(entries[i]);
    if (bytes > budget && i < entries.length - 1) return i + 1;
  }
  return 0;
}

function pagesOf(part: TicketPart, from: number, entries: TicketPage['entries']): TicketPage[] {
  const pages: TicketPage[] = [];
  let start = 0;
  let bytes = 0;
  entries.forEach((entry, i) => {
    const size = byteLength(entry);
    if (i > start && bytes + size > PAGE_BYTES) {
      pages.push({ part, from: from + start, entries: entries.slice(start, i) });
      start = i;
      bytes = 0;
    }
    bytes += size;
  });
  if (start < entries.length) pages.push({ part, from: from + start, entries: entries.slice(start) });
  return pages;
}

/** Of what was said, only why a request was cancelled is told to clients. */
function toCourse({ at, missionId, fact, continues, appointment, text }: HistoryEntry): CourseRecord {
  return {
    at,
    missionId,
    fact,
    ...(continues ? { continues } : {}),
    appointment,
    text: fact === 'PreTicketCancelled' ? text : '',
  };
}
