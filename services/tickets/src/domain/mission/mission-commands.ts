import type { Asked } from '../values/asked.js';
import type { Appointment, CorrespondentRole, DocumentRef, Person, PresenceAnswer } from '../values/model.js';
import type { TimerChoice } from '../settings/timer-settings.js';

interface MissionAsked extends Asked {
  readonly missionId: string;
}

export interface AcceptWorkOrder extends MissionAsked {
  readonly type: 'AcceptWorkOrder';
  readonly appointment?: Appointment;
  readonly comment: string;
}

export interface RefuseWorkOrder extends MissionAsked {
  readonly type: 'RefuseWorkOrder';
  readonly reason: string;
}

/** Makes a quote of a work order with one contractor. */
export interface RequestQuote extends MissionAsked {
  readonly type: 'RequestQuote';
  /** Delays that the work order had no use for. */
  readonly timers: TimerChoice;
  readonly comment: string;
}

export interface PromiseQuote extends MissionAsked {
  readonly type: 'PromiseQuote';
  readonly comment: string;
}

export interface DeclineQuoteRequest extends MissionAsked {
  readonly type: 'DeclineQuoteRequest';
  readonly reason: string;
}

export interface SubmitQuote extends MissionAsked {
  readonly type: 'SubmitQuote';
  readonly quotes: readonly DocumentRef[];
  readonly amountCents: number;
  readonly comment: string;
}

export interface RequestApproval extends MissionAsked {
  readonly type: 'RequestApproval';
  /** A known correspondent; else role and person of a new one. */
  readonly correspondentId: string;
  readonly role?: CorrespondentRole;
  readonly approver?: Person;
  /** Other members of the council: told, not asked. */
  readonly informed: readonly Person[];
  readonly comment: string;
  /** Of the correspondent, if it is new. */
  readonly newCorrespondentId: string;
}

export interface AnswerApproval extends MissionAsked {
  readonly type: 'AnswerApproval';
  readonly approved: boolean;
  readonly comment: string;
}

export interface AcceptQuote extends MissionAsked {
  readonly type: 'AcceptQuote';
  readonly signedCopy?: DocumentRef;
  readonly comment: string;
}

export interface RefuseQuote extends MissionAsked {
  readonly type: 'RefuseQuote';
  readonly comment: string;
}

export interface ProposeAppointment extends MissionAsked {
  readonly type: 'ProposeAppointment';
  readonly appointment?: Appointment;
  readonly comment: string;
}

interface ValidateAppointment extends MissionAsked {
  readonly type: 'ValidateAppointment';
}

export interface PostponeAppointment extends MissionAsked {
  readonly type: 'PostponeAppointment';
  readonly comment: string;
}

export interface CancelAppointment extends MissionAsked {
  readonly type: 'CancelAppointment';
  readonly comment: string;
}

interface AskPresence extends MissionAsked {
  readonly type: 'AskPresence';
}

export interface AnswerPresence extends MissionAsked {
  readonly type: 'AnswerPresence';
  readonly answer?: PresenceAnswer;
  readonly lateMinutes: number;
  readonly comment: string;
}

interface AskCompletion extends MissionAsked {
  readonly type: 'AskCompletion';
}

export interface ReportCompletion extends MissionAsked {
  readonly type: 'ReportCompletion';
  readonly comment: string;
  readonly proofs: readonly DocumentRef[];
  readonly invoice?: DocumentRef;
  readonly invoiceAmountCents: number;
}

interface RequestInvoice extends MissionAsked {
  readonly type: 'RequestInvoice';
}

export interface SubmitInvoice extends MissionAsked {
  readonly type: 'SubmitInvoice';
  readonly invoice?: DocumentRef;
  readonly amountCents: number;
  readonly comment: string;
}

export interface RequestNewInvoice extends MissionAsked {
  readonly type: 'RequestNewInvoice';
  readonly comment: string;
}

export interface AcknowledgeReading extends MissionAsked {
  readonly type: 'AcknowledgeReading';
}

export interface StepBack extends MissionAsked {
  readonly type: 'StepBack';
  readonly comment: string;
}

/** Moves a mission along the transition table. */
export type MissionStep =
  | AcceptWorkOrder
  | RefuseWorkOrder
  | RequestQuote
  | PromiseQuote
  | DeclineQuoteRequest
  | SubmitQuote
  | RequestApproval
  | AnswerApproval
  | AcceptQuote
  | RefuseQuote
  | ProposeAppointment
  | ValidateAppointment
  | PostponeAppointment
  | CancelAppointment
  | AskPresence
  | AnswerPresence
  | AskCompletion
  | ReportCompletion
  | RequestInvoice
  | SubmitInvoice
  | RequestNewInvoice;

export type MissionCommand = MissionStep | AcknowledgeReading | StepBack;
