import type { Fact } from '../values/asked.js';
import type { MissionKind } from '../mission/mission.js';
import type { MissionEvent, TimerDeferred, WorkOrderRequested } from '../mission/mission-events.js';
import type { DocumentRef, Person, TicketDetails, TicketDocument } from '../values/model.js';
import type { PreTicketReceived, WholeTicketEvent } from './ticket-events.js';

export interface TicketOpened extends Fact {
  readonly type: 'TicketOpened';
  readonly details: TicketDetails;
  readonly attachments: readonly DocumentRef[];
  /** It follows a client's request. */
  readonly ofRequest?: true;
}

/** A ticket of another product, already closed. Nobody is told. */
export interface TicketImported extends Fact {
  readonly type: 'TicketImported';
  readonly details: TicketDetails;
  readonly missions: readonly {
    readonly id: string;
    readonly contractor: Person;
    readonly kind: MissionKind;
    readonly amountCents: number;
  }[];
  readonly documents: readonly TicketDocument[];
  readonly closedAt: Date;
}

/** Kept in the history. */
export type RecordedEvent =
  PreTicketReceived | TicketOpened | TicketImported | WorkOrderRequested | MissionEvent | WholeTicketEvent;

export type TicketEvent = RecordedEvent | TimerDeferred;
