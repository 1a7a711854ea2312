import type { Actor, Appointment, DocumentRef, PresenceAnswer } from './model.js';
import type { TicketDraft } from './draft.js';
import type { ModuleSettings } from './settings.js';
import type { TicketCommand } from './ticket-commands.js';

export interface Asked {
  readonly actor: Actor;
  readonly now: Date;
}

interface MissionAsked extends Asked {
  readonly missionId: string;
}

export interface Identity {
  readonly id: string;
  readonly agencyId: string;
  readonly number: number;
  /** One per contractor of the draft, in its order. */
  readonly missionIds: readonly string[];
}

export interface OpenTicket extends Asked {
  readonly type: 'OpenTicket';
  readonly identity: Identity;
  readonly draft: TicketDraft;
  readonly settings: ModuleSettings;
}

export interface ImportTicket extends Asked {
  readonly type: 'ImportTicket';
  readonly identity: Identity;
  readonly draft: TicketDraft;
  readonly openedAt: Date;
  readonly closedAt: Date;
  readonly invoiceAmountCents: number;
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

/** What the sweep asks when a timer is due. */
export interface FireTimers {
  readonly type: 'FireTimers';
  readonly now: Date;
}

export type MissionCommand =
  | AcceptWorkOrder
  | RefuseWorkOrder
  | AskPresence
  | AnswerPresence
  | AskCompletion
  | ReportCompletion
  | RequestInvoice
  | SubmitInvoice
  | RequestNewInvoice;

export type Command = OpenTicket | ImportTicket | MissionCommand | TicketCommand | FireTimers;
