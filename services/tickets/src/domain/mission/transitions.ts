import { STEPS } from './steps.js';
import type { Performer, StepType } from './steps.js';
import type { MissionKind, MissionStage, MissionStatus } from './mission.js';

export interface Transition {
  readonly to: readonly MissionStatus[];
  /** Only when the manager enters it in the third party's place. */
  readonly manualOnly?: true;
  /** Where work orders and quotes share a status. */
  readonly only?: MissionKind;
}

const to = (...statuses: MissionStatus[]): Transition => ({ to: statuses });
const byHand = (...statuses: MissionStatus[]): Transition => ({ to: statuses, manualOnly: true });

const ANSWERS = ['PRESENCE_CONFIRMED', 'RUNNING_LATE', 'ABSENT', 'POSTPONEMENT_ASKED'] as const;
/** With the invoice, or with the automatic request for it. */
const DONE = ['COMPLETION_RECEIVED', 'INVOICE_RECEIVED', 'INVOICE_REQUESTED'] as const;

type Row = Partial<Readonly<Record<StepType, Transition>>>;

/** Manual, "Étape n° 3 bis": on site, the contractor finds that a quote is needed. */
const BECOMES_QUOTE: Row = {
  RequestQuote: { to: ['QUOTE_REQUESTED'], only: 'WORK_ORDER' },
  SubmitQuote: { to: ['QUOTE_RECEIVED'], only: 'WORK_ORDER', manualOnly: true },
};

const DECIDED: Row = { AcceptQuote: to('QUOTE_ACCEPTED'), RefuseQuote: to('QUOTE_REFUSED') };

/** By a user it is validated at once. */
const APPOINTMENT: Transition = to('APPOINTMENT_PROPOSED', 'APPOINTMENT_VALIDATED');

/** From its acceptance until it is done, a contractor may move its visit, or give the order back. */
const MOVABLE: Row = {
  AcceptWorkOrder: { to: ['WORK_ORDER_ACCEPTED'], only: 'WORK_ORDER' },
  RefuseWorkOrder: { to: ['WORK_ORDER_REFUSED'], only: 'WORK_ORDER' },
  ProposeAppointment: { ...APPOINTMENT, only: 'QUOTE' },
};

const ON_SITE: Row = {
  ...BECOMES_QUOTE,
  ...MOVABLE,
  AnswerPresence: to(...ANSWERS),
  AskCompletion: to('AWAITING_COMPLETION'),
  ReportCompletion: to(...DONE),
};

/** Named one by one: what may be done on site is not thereby allowed before the visit. */
const PLANNED: Row = {
  ...BECOMES_QUOTE,
  ...MOVABLE,
  AskCompletion: to('AWAITING_COMPLETION'),
  ReportCompletion: to(...DONE),
  AskPresence: to('PRESENCE_ASKED'),
  // Before it is asked, a contractor may call its visit off; other answers are entered by the manager, who is telephoned.
  AnswerPresence: to(...ANSWERS),
};

const MISSED: Row = {
  ...BECOMES_QUOTE,
  // The new appointment.
  AcceptWorkOrder: { to: ['WORK_ORDER_ACCEPTED'], only: 'WORK_ORDER' },
  ProposeAppointment: { ...APPOINTMENT, only: 'QUOTE' },
};

const DROPPED: Row = {
  PostponeAppointment: to('QUOTE_ACCEPTED'),
  CancelAppointment: to('QUOTE_ACCEPTED'),
};

/** The specification's table. What a row does not name is refused with ACTION_NOT_ALLOWED. */
export const TRANSITIONS: Readonly<Record<MissionStatus, Row>> = {
  WORK_ORDER_SENT: {
    ...BECOMES_QUOTE,
    AcceptWorkOrder: to('WORK_ORDER_ACCEPTED'),
    RefuseWorkOrder: to('WORK_ORDER_REFUSED'),
  },
  WORK_ORDER_REFUSED: BECOMES_QUOTE,
  WORK_ORDER_ACCEPTED: PLANNED,
  QUOTE_REQUESTED: {
    PromiseQuote: to('QUOTE_PROMISED'),
    DeclineQuoteRequest: to('QUOTE_REQUEST_REFUSED'),
    SubmitQuote: to('QUOTE_RECEIVED'),
  },
  // Who changed its mind tells the manager.
  QUOTE_REQUEST_REFUSED: { SubmitQuote: byHand('QUOTE_RECEIVED') },
  QUOTE_PROMISED: {
    DeclineQuoteRequest: to('QUOTE_REQUEST_REFUSED'),
    SubmitQuote: to('QUOTE_RECEIVED'),
  },
  QUOTE_RECEIVED: {
    ...DECIDED,
    SubmitQuote: to('QUOTE_RECEIVED'),
    RequestApproval: to('QUOTE_AWAITING_APPROVAL'),
    // A verbal agreement: nobody was asked in writing, and somebody said yes.
    AnswerApproval: byHand('QUOTE_APPROVED', 'QUOTE_REJECTED'),
  },
  QUOTE_AWAITING_APPROVAL: {
    ...DECIDED,
    // Whoever was asked is asked again, about the new one.
    SubmitQuote: to('QUOTE_RECEIVED', 'QUOTE_AWAITING_APPROVAL'),
    // Of somebody else, when the first one is away.
    RequestApproval: to('QUOTE_AWAITING_APPROVAL'),
    AnswerApproval: to('QUOTE_APPROVED', 'QUOTE_REJECTED'),
  },
  // No contractor takes an approved quote out from under its approval.
  QUOTE_APPROVED: { ...DECIDED, SubmitQuote: byHand('QUOTE_RECEIVED') },
  QUOTE_REJECTED: {
    ...DECIDED,
    SubmitQuote: to('QUOTE_RECEIVED'),
    RequestApproval: to('QUOTE_AWAITING_APPROVAL'),
  },
  QUOTE_ACCEPTED: { ProposeAppointment: APPOINTMENT },
  QUOTE_REFUSED: {},
  APPOINTMENT_PROPOSED: {
    ...DROPPED,
    ProposeAppointment: APPOINTMENT,
    ValidateAppointment: to('APPOINTMENT_VALIDATED'),
  },
  APPOINTMENT_VALIDATED: {
    ...PLANNED,
    ...DROPPED,
  },
  PRESENCE_ASKED: ON_SITE,
  PRESENCE_CONFIRMED: ON_SITE,
  RUNNING_LATE: ON_SITE,
  ABSENT: MISSED,
  POSTPONEMENT_ASKED: MISSED,
  AWAITING_COMPLETION: { ...BECOMES_QUOTE, ReportCompletion: to(...DONE) },
  COMPLETION_RECEIVED: {
    ...BECOMES_QUOTE,
    RequestInvoice: to('INVOICE_REQUESTED'),
    SubmitInvoice: to('INVOICE_RECEIVED'),
  },
  // Where the request for the invoice is automatic, a completion leads here at once.
  INVOICE_REQUESTED: { ...BECOMES_QUOTE, SubmitInvoice: to('INVOICE_RECEIVED') },
  INVOICE_RECEIVED: { RequestNewInvoice: to('NEW_INVOICE_REQUESTED') },
  NEW_INVOICE_REQUESTED: { SubmitInvoice: to('INVOICE_RECEIVED') },
  REPLACED: {},
};

/** What the table says of a step, or undefined where it is refused to everybody. */
export function transitionOf({ status, kind }: MissionStage, step: StepType): Transition | undefined {
  const transition = TRANSITIONS[status][step];
  return transition?.only && transition.only !== kind ? undefined : transition;
}

/** @param as a user may also act as a third party */
export function mayPerform(stage: MissionStage, step: StepType, as: 'user' | Performer): boolean {
  const transition = transitionOf(stage, step);
  if (!transition) return false;
  return as === 'user' || (STEPS[step].performer === as && !transition.manualOnly);
}
