import type { OutgoingEvent } from '@intervia/messaging';
import type { CommandTarget } from '../running/command-target.js';
import type { Caller } from '../running/caller.js';
import type { CourseRecord, HistoryEntry } from '../../domain/history/record.js';
import type { Module, Note, Place, ThreadMessage } from '../../domain/values/model.js';
import type { ExistingTicket } from '../../domain/ticket/ticket.js';

/** How much came before what the ticket itself still holds. */
export interface Earlier {
  /** Entries of the history. */
  readonly history: number;
  /** Those of them that were something to read. */
  readonly news: number;
  readonly notes: number;
  /** The steps among them, without their texts: what clients follow is read from these. */
  readonly course: readonly CourseRecord[];
}

/** Part of what a ticket grows with; written once, before the ticket lets go of it. */
export interface TicketPage {
  readonly part: TicketPart;
  /** The place of its first entry, counted from the beginning. */
  readonly from: number;
  readonly entries: readonly (HistoryEntry | Note | ThreadMessage)[];
}

export type TicketPart = 'history' | 'notes' | `thread:${string}`;

/** A ticket as it is kept. */
export interface TicketRecord {
  readonly ticket: ExistingTicket;
  /** Grows by one with each save. */
  readonly version: number;
  /** The newest entries, oldest first. */
  readonly history: readonly HistoryEntry[];
  /** What stands on pages of its own, because it came before. */
  readonly earlier: Earlier;
  /** The last commands handled, oldest first. */
  readonly handled: readonly string[];
  /** All users together; counted beside the versions. */
  readonly timeSpentSeconds: number;
}

/** What decides who may see a ticket, and where it is. */
export interface TicketHead {
  readonly id: string;
  readonly agencyId: string;
  readonly module: Module;
  readonly place: Place;
  readonly version: number;
}

/** What one save adds: state, history and events go into one document, in one write. */
export interface TicketChange {
  readonly record: TicketRecord;
  readonly entries: readonly HistoryEntry[];
  readonly outgoing: readonly OutgoingEvent[];
  /** What the ticket held before this change and lets go of with it. */
  readonly moved: readonly TicketPage[];
  /** The user who acted knows what happened: no red dot for them. */
  readonly readBy?: string;
  readonly at: Date;
  /** Who may see the ticket besides managers, when this change says where it is. */
  readonly staffIds?: readonly string[];
}

export interface NewTicket extends TicketChange {
  /** Unique in the agency: what the ticket was made from. */
  readonly origin: string;
  /** Nothing in it is news to anybody. */
  readonly imported?: true;
}

/** Every query carries the agency: another agency's ticket does not exist. */
export abstract class Tickets {
  /** Takes `count` numbers of the agency's sequence and gives the first. */
  abstract takeNumbers(agencyId: string, count: number): Promise<number>;
  /** False when the origin is known already; nothing is written then. */
  abstract add(ticket: NewTicket): Promise<boolean>;
  /** @returns how many were added; those of a known origin are skipped. */
  abstract addAll(tickets: readonly NewTicket[]): Promise<number>;
  /** Undefined also for a ticket outside the caller's scope. */
  abstract find(caller: Caller, ticketId: string): Promise<TicketRecord | undefined>;
  /** The same, without what only a reader of the whole ticket needs. */
  abstract findHead(caller: Caller, ticketId: string): Promise<TicketHead | undefined>;
  /** Of a part, the page that ends before that place; empty when there is none. */
  abstract pageBefore(
    ticket: { readonly agencyId: string; readonly ticketId: string },
    part: TicketPart,
    before: number,
  ): Promise<Omit<TicketPage, 'part'> | undefined>;
  abstract findByOrigin(agencyId: string, origin: string): Promise<TicketRecord | undefined>;
  /** Those of the origins that are known. */
  abstract knownOrigins(agencyId: string, origins: readonly string[]): Promise<ReadonlySet<string>>;
  /** @throws VersionConflict when the ticket was saved by another since it was loaded. */
  abstract save(change: TicketChange): Promise<void>;
  /** Each with its own version check. @returns how many were saved; the others were saved by another meanwhile. */
  abstract saveAll(changes: readonly TicketChange[]): Promise<number>;
  /** False when there is no such ticket. */
  abstract markRead(caller: Caller, ticketId: string): Promise<boolean>;
  /** Adds once per command, without a new version. @returns all the time spent, or undefined without such a ticket. */
  abstract addTimeSpent(target: CommandTarget, seconds: number): Promise<number | undefined>;
  /** The place's tickets are its staff's from now on. A unit, or else a whole building. */
  abstract moveStaff(
    agencyId: string,
    place: { readonly buildingId: string; readonly unitId: string },
    staffIds: readonly string[],
  ): Promise<void>;
}
