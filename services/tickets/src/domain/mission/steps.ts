import type { TimerChoice } from '../settings/timer-settings.js';
import type { Asked } from '../values/asked.js';
import type {
  AgreementMeans,
  Appointment,
  CorrespondentRole,
  DocumentRef,
  Person,
  PresenceAnswer,
} from '../values/model.js';
import type { MissionEvent } from './mission-events.js';

/** An answer that was not given through the link: who gave it, how and when, and what proves it. */
export interface Agreement {
  /** Of who was not asked: a known correspondent; else role and person of a new one. */
  readonly correspondentId: string;
  readonly role?: CorrespondentRole;
  readonly approver?: Person;
  readonly means?: AgreementMeans;
  readonly saidAt?: Date;
  /** These, or a comment. */
  readonly proofs: readonly DocumentRef[];
  /** Of the correspondent, if it is new. */
  readonly newCorrespondentId: string;
}

/** What each step says, besides on which mission, by whom and when. Some say nothing more. */
export interface StepContents {
  readonly AcceptWorkOrder: { readonly appointment?: Appointment; readonly comment: string };
  readonly RefuseWorkOrder: { readonly reason: string };
  /** Makes a quote of a work order with one contractor; the delays are those that the work order had no use for. */
  readonly RequestQuote: { readonly timers: TimerChoice; readonly comment: string };
  readonly PromiseQuote: { readonly comment: string };
  readonly DeclineQuoteRequest: { readonly reason: string };
  /** By hand also the quote that a work order led to. */
  readonly SubmitQuote: {
    readonly quotes: readonly DocumentRef[];
    readonly amountCents: number;
    readonly comment: string;
  };
  readonly RequestApproval: {
    /** A known correspondent; else role and person of a new one. */
    readonly correspondentId: string;
    readonly role?: CorrespondentRole;
    readonly approver?: Person;
    /** Other members of the council: told, not asked. */
    readonly informed: readonly Person[];
    readonly comment: string;
    /** Of the correspondent, if it is new. */
    readonly newCorrespondentId: string;
  };
  readonly AnswerApproval: {
    readonly approved: boolean;
    readonly comment: string;
    /** By a user; wanted when nobody was asked yet. */
    readonly agreement?: Agreement;
    /** Takes the answer given before back. */
    readonly corrects?: boolean;
  };
  /** With a signed copy, if there is one. The other quotes are refused. */
  readonly AcceptQuote: { readonly signedCopy?: DocumentRef; readonly comment: string };
  readonly RefuseQuote: { readonly comment: string };
  readonly ProposeAppointment: { readonly appointment?: Appointment; readonly comment: string };
  readonly ValidateAppointment: object;
  readonly PostponeAppointment: { readonly comment: string };
  readonly CancelAppointment: { readonly comment: string };
  readonly AskPresence: object;
  readonly AnswerPresence: {
    readonly answer?: PresenceAnswer;
    readonly lateMinutes: number;
    readonly comment: string;
  };
  readonly AskCompletion: object;
  readonly ReportCompletion: {
    readonly comment: string;
    readonly proofs: readonly DocumentRef[];
    readonly invoice?: DocumentRef;
    readonly invoiceAmountCents: number;
  };
  readonly RequestInvoice: object;
  readonly SubmitInvoice: {
    readonly invoice?: DocumentRef;
    readonly amountCents: number;
    readonly comment: string;
  };
  readonly RequestNewInvoice: { readonly comment: string };
}

export type StepType = keyof StepContents;

export interface MissionAsked extends Asked {
  readonly missionId: string;
}

export type StepCommand<T extends StepType> = MissionAsked & { readonly type: T } & StepContents[T];

/** Moves a mission along the transition table. */
export type MissionStep = { [T in StepType]: StepCommand<T> }[StepType];

export type Performer = 'contractor' | 'approver' | 'manager';

interface Step {
  /** Whose step it is. A third party's step may also be entered by a user, in its place. */
  readonly performer: Performer;
  /** What has happened then; the facts that follow from it are not named here. */
  readonly fact: MissionEvent['type'];
}

/** In the order of the specification's table. */
export const STEPS: Readonly<Record<StepType, Step>> = {
  AcceptWorkOrder: { performer: 'contractor', fact: 'WorkOrderAccepted' },
  RefuseWorkOrder: { performer: 'contractor', fact: 'WorkOrderRefused' },
  RequestQuote: { performer: 'manager', fact: 'QuoteRequested' },
  PromiseQuote: { performer: 'contractor', fact: 'QuotePromised' },
  DeclineQuoteRequest: { performer: 'contractor', fact: 'QuoteRequestRefused' },
  SubmitQuote: { performer: 'contractor', fact: 'QuoteReceived' },
  RequestApproval: { performer: 'manager', fact: 'ApprovalRequested' },
  AnswerApproval: { performer: 'approver', fact: 'ApprovalAnswered' },
  AcceptQuote: { performer: 'manager', fact: 'QuoteAccepted' },
  RefuseQuote: { performer: 'manager', fact: 'QuoteRefused' },
  ProposeAppointment: { performer: 'contractor', fact: 'AppointmentProposed' },
  ValidateAppointment: { performer: 'manager', fact: 'AppointmentValidated' },
  PostponeAppointment: { performer: 'manager', fact: 'AppointmentPostponed' },
  CancelAppointment: { performer: 'manager', fact: 'AppointmentCancelled' },
  AskPresence: { performer: 'manager', fact: 'PresenceAsked' },
  AnswerPresence: { performer: 'contractor', fact: 'PresenceAnswered' },
  AskCompletion: { performer: 'manager', fact: 'CompletionAsked' },
  ReportCompletion: { performer: 'contractor', fact: 'CompletionReported' },
  RequestInvoice: { performer: 'manager', fact: 'InvoiceRequested' },
  SubmitInvoice: { performer: 'contractor', fact: 'InvoiceReceived' },
  RequestNewInvoice: { performer: 'manager', fact: 'NewInvoiceRequested' },
};

export const MISSION_STEPS = Object.keys(STEPS) as readonly StepType[];

export function isStep(command: { readonly type: string }): command is MissionStep {
  return command.type in STEPS;
}

/** Facts that are a third party's: by a user, they were entered in its place. */
export const FACTS_OF_THIRD_PARTIES: ReadonlySet<MissionEvent['type']> = new Set(
  MISSION_STEPS.filter((step) => STEPS[step].performer !== 'manager').map((step) => STEPS[step].fact),
);
