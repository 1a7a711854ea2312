import type { Fact } from '../values/asked.js';
import type { MissionStatus } from './mission.js';
import type {
  AgreementMeans,
  Appointment,
  Correspondent,
  DocumentRef,
  Person,
  PresenceAnswer,
} from '../values/model.js';
import type { ReminderKind } from './timer.js';

interface MissionFact extends Fact {
  readonly missionId: string;
  /** One step with the fact before it: stepping back undoes both. */
  readonly continues?: true;
}

interface CommentedFact extends MissionFact {
  readonly comment: string;
}

interface FirstRequest {
  /** Asked for by "Contacter un autre intervenant", not by the opening. */
  readonly anotherContractor?: true;
}

interface DroppingFact {
  /** The appointment that was expected, and is no longer. */
  readonly dropped?: Appointment;
}

/** The first request to a contractor, whose mission begins with it. */
export interface WorkOrderRequested extends MissionFact, FirstRequest {
  readonly type: 'WorkOrderRequested';
  readonly contractor: Person;
}

/** The first request, or the work order that becomes a quote. */
export interface QuoteRequested extends CommentedFact, FirstRequest, DroppingFact {
  readonly type: 'QuoteRequested';
  readonly contractor: Person;
  readonly fromWorkOrder: boolean;
}

/** Also the new appointment after an absence or a postponement. */
interface WorkOrderAccepted extends CommentedFact, DroppingFact {
  readonly type: 'WorkOrderAccepted';
  readonly appointment: Appointment;
}

interface WorkOrderRefused extends MissionFact, DroppingFact {
  readonly type: 'WorkOrderRefused';
  readonly reason: string;
}

interface QuotePromised extends CommentedFact {
  readonly type: 'QuotePromised';
}

interface QuoteRequestRefused extends MissionFact {
  readonly type: 'QuoteRequestRefused';
  readonly reason: string;
}

interface QuoteReceived extends CommentedFact, DroppingFact {
  readonly type: 'QuoteReceived';
  readonly quotes: readonly DocumentRef[];
  readonly amountCents: number;
}

export interface ApprovalRequested extends CommentedFact {
  readonly type: 'ApprovalRequested';
  readonly correspondent: Correspondent;
  readonly informed: readonly Person[];
  /** The contractor replaced the quote that the same person was asked about. */
  readonly replacement?: true;
}

interface ApprovalAnswered extends CommentedFact {
  readonly type: 'ApprovalAnswered';
  readonly correspondent: Correspondent;
  readonly approved: boolean;
  /** In place of the answer given a few minutes before. */
  readonly corrects?: true;
  /** Not given through the link. */
  readonly agreement?: {
    readonly means: AgreementMeans;
    readonly saidAt: Date;
    readonly proofs: readonly DocumentRef[];
  };
}

interface QuoteAccepted extends CommentedFact {
  readonly type: 'QuoteAccepted';
  readonly signedCopy?: DocumentRef;
}

/** By the manager, or on a multiple quote because another one was accepted. */
interface QuoteRefused extends CommentedFact {
  readonly type: 'QuoteRefused';
  readonly reason: 'BY_MANAGER' | 'OTHER_CHOSEN';
}

/** "Annule et remplace": the request to another contractor follows. */
interface MissionReplaced extends MissionFact {
  readonly type: 'MissionReplaced';
  /** What the mission had come to: who had refused need not be told that it is refused. */
  readonly from: MissionStatus;
}

interface AppointmentProposed extends CommentedFact, DroppingFact {
  readonly type: 'AppointmentProposed';
  readonly appointment: Appointment;
}

interface AppointmentValidated extends MissionFact {
  readonly type: 'AppointmentValidated';
  readonly appointment: Appointment;
}

interface AppointmentPostponed extends CommentedFact {
  readonly type: 'AppointmentPostponed';
  /** Holds no longer. */
  readonly appointment: Appointment;
}

interface AppointmentCancelled extends CommentedFact {
  readonly type: 'AppointmentCancelled';
  /** Holds no longer. */
  readonly appointment: Appointment;
}

interface VisitReminded extends MissionFact {
  readonly type: 'VisitReminded';
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

/** Who is waited for cannot be written to at these addresses. */
export interface AddressRefused extends MissionFact {
  readonly type: 'AddressRefused';
  /** Whose they are; empty for the contractor. */
  readonly correspondentId: string;
  readonly name: string;
  readonly addresses: readonly string[];
  /** In the words of who tried. */
  readonly reason: string;
}

interface PresenceAsked extends MissionFact {
  readonly type: 'PresenceAsked';
}

interface PresenceAnswered extends CommentedFact {
  readonly type: 'PresenceAnswered';
  readonly answer: PresenceAnswer;
  readonly lateMinutes: number;
}

interface CompletionAsked extends MissionFact {
  readonly type: 'CompletionAsked';
}

interface CompletionReported extends CommentedFact, DroppingFact {
  readonly type: 'CompletionReported';
  readonly proofs: readonly DocumentRef[];
  /** InvoiceReceived follows. */
  readonly withInvoice: boolean;
}

interface InvoiceRequested extends MissionFact {
  readonly type: 'InvoiceRequested';
  /** By the setting, at completion. */
  readonly automatic: boolean;
}

interface InvoiceReceived extends CommentedFact {
  readonly type: 'InvoiceReceived';
  readonly invoice: DocumentRef;
  readonly amountCents: number;
}

interface NewInvoiceRequested extends CommentedFact {
  readonly type: 'NewInvoiceRequested';
}

interface ReadingAcknowledged extends MissionFact {
  readonly type: 'ReadingAcknowledged';
}

/** Compensates the last step: the mission is where it was before, what was sent stays sent. */
interface SteppedBack extends CommentedFact, DroppingFact {
  readonly type: 'SteppedBack';
  readonly from: MissionStatus;
  readonly to: MissionStatus;
}

/** A due reminder met quiet hours and waits for their end. Nobody is told, history does not keep it. */
export interface TimerDeferred extends MissionFact {
  readonly type: 'TimerDeferred';
  readonly kind: ReminderKind;
  readonly dueAt: Date;
}

/** Begins a mission, or begins it anew as a quote. */
export type RequestEvent = WorkOrderRequested | QuoteRequested;

/** Moves a mission on; it was there before. */
export type MissionEvent =
  | QuoteRequested
  | WorkOrderAccepted
  | WorkOrderRefused
  | QuotePromised
  | QuoteRequestRefused
  | QuoteReceived
  | ApprovalRequested
  | ApprovalAnswered
  | QuoteAccepted
  | QuoteRefused
  | MissionReplaced
  | AppointmentProposed
  | AppointmentValidated
  | AppointmentPostponed
  | AppointmentCancelled
  | VisitReminded
  | ReminderSent
  | RemindersExhausted
  | AddressRefused
  | PresenceAsked
  | PresenceAnswered
  | CompletionAsked
  | CompletionReported
  | InvoiceRequested
  | InvoiceReceived
  | NewInvoiceRequested
  | ReadingAcknowledged
  | SteppedBack;
