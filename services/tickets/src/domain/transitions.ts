import type { MissionCommand } from './commands.js';
import type { MissionStatus } from './mission.js';

export type MissionCommandType = MissionCommand['type'];

export interface Transition {
  readonly to: readonly MissionStatus[];
  /** Only when the manager enters it in the contractor's place. */
  readonly manualOnly?: true;
}

const to = (...statuses: MissionStatus[]): Transition => ({ to: statuses });
const byHand = (...statuses: MissionStatus[]): Transition => ({ to: statuses, manualOnly: true });
/** Refused with ACTION_NOT_ALLOWED. */
const no: Transition = { to: [] };

const ANSWERS = ['PRESENCE_CONFIRMED', 'RUNNING_LATE', 'ABSENT', 'POSTPONEMENT_ASKED'] as const;
const DONE = ['COMPLETION_RECEIVED', 'INVOICE_RECEIVED'] as const;

/** The work-order rows of the specification's table: every pair is decided here. */
// prettier-ignore
export const TRANSITIONS: Readonly<Record<MissionStatus, Readonly<Record<MissionCommandType, Transition>>>> = {
  WORK_ORDER_SENT: {
    AcceptWorkOrder: to('WORK_ORDER_ACCEPTED'), RefuseWorkOrder: to('WORK_ORDER_REFUSED'),
    AskPresence: no, AnswerPresence: no, AskCompletion: no, ReportCompletion: no,
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: no,
  },
  WORK_ORDER_REFUSED: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: no, AskCompletion: no, ReportCompletion: no,
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: no,
  },
  WORK_ORDER_ACCEPTED: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    // A contractor who telephones before being asked: the manager enters the answer.
    AskPresence: to('PRESENCE_ASKED'), AnswerPresence: byHand(...ANSWERS),
    AskCompletion: to('AWAITING_COMPLETION'), ReportCompletion: to(...DONE),
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: no,
  },
  PRESENCE_ASKED: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: to(...ANSWERS),
    AskCompletion: to('AWAITING_COMPLETION'), ReportCompletion: to(...DONE),
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: no,
  },
  PRESENCE_CONFIRMED: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: to(...ANSWERS),
    AskCompletion: to('AWAITING_COMPLETION'), ReportCompletion: to(...DONE),
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: no,
  },
  RUNNING_LATE: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: to(...ANSWERS),
    AskCompletion: to('AWAITING_COMPLETION'), ReportCompletion: to(...DONE),
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: no,
  },
  ABSENT: {
    // The new appointment.
    AcceptWorkOrder: to('WORK_ORDER_ACCEPTED'), RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: no, AskCompletion: no, ReportCompletion: no,
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: no,
  },
  POSTPONEMENT_ASKED: {
    AcceptWorkOrder: to('WORK_ORDER_ACCEPTED'), RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: no, AskCompletion: no, ReportCompletion: no,
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: no,
  },
  AWAITING_COMPLETION: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: no, AskCompletion: no, ReportCompletion: to(...DONE),
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: no,
  },
  COMPLETION_RECEIVED: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: no, AskCompletion: no, ReportCompletion: no,
    RequestInvoice: to('INVOICE_REQUESTED'), SubmitInvoice: to('INVOICE_RECEIVED'), RequestNewInvoice: no,
  },
  INVOICE_REQUESTED: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: no, AskCompletion: no, ReportCompletion: no,
    RequestInvoice: no, SubmitInvoice: to('INVOICE_RECEIVED'), RequestNewInvoice: no,
  },
  INVOICE_RECEIVED: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: no, AskCompletion: no, ReportCompletion: no,
    RequestInvoice: no, SubmitInvoice: no, RequestNewInvoice: to('NEW_INVOICE_REQUESTED'),
  },
  NEW_INVOICE_REQUESTED: {
    AcceptWorkOrder: no, RefuseWorkOrder: no,
    AskPresence: no, AnswerPresence: no, AskCompletion: no, ReportCompletion: no,
    RequestInvoice: no, SubmitInvoice: to('INVOICE_RECEIVED'), RequestNewInvoice: no,
  },
};

/** Whose step it is. A contractor's step may also be entered by a user, in its place. */
export const PERFORMERS: Readonly<Record<MissionCommandType, 'contractor' | 'manager'>> = {
  AcceptWorkOrder: 'contractor',
  RefuseWorkOrder: 'contractor',
  AskPresence: 'manager',
  AnswerPresence: 'contractor',
  AskCompletion: 'manager',
  ReportCompletion: 'contractor',
  RequestInvoice: 'manager',
  SubmitInvoice: 'contractor',
  RequestNewInvoice: 'manager',
};

export const MISSION_COMMANDS = Object.keys(PERFORMERS) as readonly MissionCommandType[];

export function mayPerform(
  status: MissionStatus,
  command: MissionCommandType,
  as: 'USER' | 'CONTRACTOR',
): boolean {
  const transition = TRANSITIONS[status][command];
  if (transition.to.length === 0) return false;
  return as === 'USER' || (PERFORMERS[command] === 'contractor' && !transition.manualOnly);
}
