import type {
  Actor,
  Appointment,
  DocumentRef,
  Person,
  PresenceAnswer,
  TicketDetails,
  TicketDocument,
} from './model.js';
import type { PreTicketReceived, StandingEvent } from './ticket-events.js';
import type { ReminderKind } from './timers.js';

/** What every fact tells: when, and by whom. */
export interface Fact {
  readonly at: Date;
  readonly actor: Actor;
}

interface MissionFact extends Fact {
  readonly missionId: string;
}

export interface TicketOpened extends Fact {
  readonly type: 'TicketOpened';
  readonly details: TicketDetails;
  readonly attachments: readonly DocumentRef[];
}

/** A ticket of another product, already closed. Nobody is told. */
export interface TicketImported extends Fact {
  readonly type: 'TicketImported';
  readonly details: TicketDetails;
  readonly missions: readonly {
    readonly id: string;
    readonly contractor: Person;
    readonly amountCents: number;
  }[];
  readonly documents: readonly TicketDocument[];
  readonly closedAt: Date;
}

export interface WorkOrderRequested extends MissionFact {
  readonly type: 'WorkOrderRequested';
  readonly contractor: Person;
}

/** Also the new appointment after an absence or a postponement. */
interface WorkOrderAccepted extends MissionFact {
  readonly type: 'WorkOrderAccepted';
  readonly appointment: Appointment;
  readonly comment: string;
}

interface WorkOrderRefused extends MissionFact {
  readonly type: 'WorkOrderRefused';
  readonly reason: string;
}

interface ReminderSent extends MissionFact {
  readonly type: 'ReminderSent';
  readonly kind: ReminderKind;
  /** 1 for the first. */
  readonly count: number;
  readonly maximum: number;
}

interface RemindersExhausted extends MissionFact {
  readonly type: 'RemindersExhausted';
  readonly kind: ReminderKind;
}

interface PresenceAsked extends MissionFact {
  readonly type: 'PresenceAsked';
}

interface PresenceAnswered extends MissionFact {
  readonly type: 'PresenceAnswered';
  readonly answer: PresenceAnswer;
  readonly lateMinutes: number;
  readonly comment: string;
}

interface CompletionAsked extends MissionFact {
  readonly type: 'CompletionAsked';
}

interface CompletionReported extends MissionFact {
  readonly type: 'CompletionReported';
  readonly comment: string;
  readonly proofs: readonly DocumentRef[];
  /** InvoiceReceived follows. */
  readonly withInvoice: boolean;
}

interface InvoiceRequested extends MissionFact {
  readonly type: 'InvoiceRequested';
}

interface InvoiceReceived extends MissionFact {
  readonly type: 'InvoiceReceived';
  readonly invoice: DocumentRef;
  readonly amountCents: number;
  readonly comment: string;
}

interface NewInvoiceRequested extends MissionFact {
  readonly type: 'NewInvoiceRequested';
  readonly comment: string;
}

/** A due reminder met quiet hours and waits for their end. Nobody is told, history does not keep it. */
interface TimerDeferred extends MissionFact {
  readonly type: 'TimerDeferred';
  readonly kind: ReminderKind;
  readonly dueAt: Date;
}

/** Moves one mission on. */
export type MissionEvent =
  | WorkOrderAccepted
  | WorkOrderRefused
  | ReminderSent
  | RemindersExhausted
  | PresenceAsked
  | PresenceAnswered
  | CompletionAsked
  | CompletionReported
  | InvoiceRequested
  | InvoiceReceived
  | NewInvoiceRequested;

/** Kept in the history. */
export type RecordedEvent =
  PreTicketReceived | TicketOpened | TicketImported | WorkOrderRequested | MissionEvent | StandingEvent;

export type TicketEvent = RecordedEvent | TimerDeferred;
