import type { Fact, Struck, TicketHead } from '../../domain/measures/fact.js';
import type { TicketRow } from '../../domain/measures/ticket-row.js';

/** One event of a ticket. */
export interface Lesson {
  readonly agencyId: string;
  readonly ticketId: string;
  readonly head: TicketHead;
  readonly fact: Fact;
}

/** Who is attached to a building without naming a unit, or to one of its units. */
export interface StaffChange {
  readonly buildingId: string;
  readonly unitId: string;
  readonly staffIds: readonly string[];
}

export interface RowQuery {
  /** Milliseconds; the last one excluded. */
  readonly from: number;
  readonly until: number;
  readonly buildingId?: string;
}

export interface ModelState {
  readonly rebuilding: boolean;
  readonly builtAt?: Date;
}

/** Tickets as they are measured. Whatever order events come in, and however often, the same rows stand. */
export abstract class ReadModel {
  /** Into what serves, and into what is being rebuilt. */
  abstract learn(agencyId: string, lessons: readonly Lesson[]): Promise<void>;

  /** Undefined: nothing is known of the ticket. */
  abstract buildingOf(agencyId: string, ticketId: string): Promise<string | undefined>;

  /** Of a deleted ticket nothing is measured, nor learnt any more. */
  abstract forget(agencyId: string, ticketId: string): Promise<void>;

  /** Somebody is named in it no more; nothing of a ticket that is not known. */
  abstract strikeOut(agencyId: string, ticketId: string, struck: Struck): Promise<void>;

  abstract staffChanged(agencyId: string, change: StaffChange): Promise<void>;

  /** By the moment of the request, oldest first. */
  abstract requested(agencyId: string, query: RowQuery): Promise<TicketRow[]>;

  /** By the moment of the closing, oldest first. */
  abstract closed(agencyId: string, query: RowQuery): Promise<TicketRow[]>;

  /** Open ones, oldest first. */
  abstract open(agencyId: string): Promise<TicketRow[]>;

  abstract state(agencyId: string): Promise<ModelState>;

  /** Opens an empty model beside the one that serves; one that was begun before is gone on with. */
  abstract beginRebuild(agencyId: string): Promise<void>;

  /** Only into the one that is being rebuilt. */
  abstract relearn(agencyId: string, lessons: readonly Lesson[]): Promise<void>;

  abstract restaff(agencyId: string, change: StaffChange): Promise<void>;

  abstract reforget(agencyId: string, ticketId: string): Promise<void>;

  abstract restrike(agencyId: string, ticketId: string, struck: Struck): Promise<void>;

  /** The rebuilt one serves from now on; the old one goes. */
  abstract endRebuild(agencyId: string, at: Date): Promise<void>;

  /** Agencies whose rebuild was begun. */
  abstract rebuilding(): Promise<string[]>;
}
