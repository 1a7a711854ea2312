import { wantsApproval } from '../steps/decide-quote.js';
import type { WholeTicketCommandType } from '../ticket/ticket-rules.js';
import { isAccepted } from '../mission/mission.js';
import type { Mission, MissionStatus } from '../mission/mission.js';
import { refusalOfStepBack } from '../steps/step-back.js';
import { isReadingAsked } from '../steps/reading.js';
import type { AllowedAction } from './allowed-action.js';
import { ticketActions } from './ticket-actions.js';
import { countedMissions, ticketType } from '../ticket/ticket.js';
import type { ExistingTicket, RunningTicket } from '../ticket/ticket.js';
import { MISSION_STEPS, STEPS } from '../mission/steps.js';
import { mayPerform, transitionOf } from '../mission/transitions.js';
import type { StepType } from '../mission/steps.js';

/** The first that the status allows (manual, "Partie gauche": "elle vous suggère l'étape suivante"). */
const NEXT_STEPS: Readonly<Record<MissionStatus, readonly StepType[]>> = {
  WORK_ORDER_SENT: ['AcceptWorkOrder'],
  WORK_ORDER_REFUSED: [],
  WORK_ORDER_ACCEPTED: ['AskCompletion'],
  QUOTE_REQUESTED: ['SubmitQuote'],
  QUOTE_REQUEST_REFUSED: [],
  QUOTE_PROMISED: ['SubmitQuote'],
  QUOTE_RECEIVED: ['AcceptQuote', 'RequestApproval'],
  QUOTE_AWAITING_APPROVAL: ['AnswerApproval'],
  QUOTE_APPROVED: ['AcceptQuote'],
  QUOTE_REJECTED: ['RefuseQuote'],
  QUOTE_ACCEPTED: ['ProposeAppointment'],
  QUOTE_REFUSED: [],
  APPOINTMENT_PROPOSED: ['ValidateAppointment'],
  APPOINTMENT_VALIDATED: ['AskPresence'],
  PRESENCE_ASKED: ['AnswerPresence'],
  PRESENCE_CONFIRMED: ['AskCompletion'],
  RUNNING_LATE: ['AskCompletion'],
  ABSENT: ['AcceptWorkOrder', 'ProposeAppointment'],
  POSTPONEMENT_ASKED: ['AcceptWorkOrder', 'ProposeAppointment'],
  AWAITING_COMPLETION: ['ReportCompletion'],
  COMPLETION_RECEIVED: ['RequestInvoice'],
  INVOICE_REQUESTED: ['SubmitInvoice'],
  INVOICE_RECEIVED: [],
  NEW_INVOICE_REQUESTED: ['SubmitInvoice'],
  REPLACED: [],
};

function nextStep(mission: Mission, ticket: RunningTicket): StepType | undefined {
  const { status } = mission;
  // Manual, "Étape n° 2": presence next if it was ticked at creation, else completion.
  if (status === 'WORK_ORDER_ACCEPTED' && ticket.details.options.askPresence) return 'AskPresence';
  if (isOutdone(mission, ticket))
    return mayPerform(mission, 'RefuseQuote', 'user') ? 'RefuseQuote' : undefined;
  return NEXT_STEPS[status].find((step) => mayUserDo(step, mission, ticket));
}

/** Beyond the table: what other missions and the mandate have a say in. */
function mayUserDo(step: StepType, mission: Mission, ticket: RunningTicket): boolean {
  if (!mayPerform(mission, step, 'user')) return false;
  if (step === 'AcceptQuote') return !wantsApproval(mission, ticket) && !isOutdone(mission, ticket);
  if (step === 'AnswerApproval' && mission.status === 'QUOTE_RECEIVED')
    return !isOutdone(mission, ticket) && !isRivalApproved(mission, ticket);
  const becomesQuote = mission.kind === 'WORK_ORDER' && (step === 'RequestQuote' || step === 'SubmitQuote');
  return !becomesQuote || ticketType(ticket) !== 'MULTI_WORK_ORDER';
}

/** One quote is approved at a time: another one would have to be asked for, as the president decides again then. */
function isRivalApproved(mission: Mission, ticket: RunningTicket): boolean {
  return countedMissions(ticket).some((other) => other !== mission && other.status === 'QUOTE_APPROVED');
}

/** Another quote was accepted. */
function isOutdone(mission: Mission, ticket: RunningTicket): boolean {
  return countedMissions(ticket).some((other) => other !== mission && isAccepted(other));
}

/** All that a user of the agency may do now. */
export function userActions(ticket: ExistingTicket): AllowedAction[] {
  if (ticket.phase !== 'open') return ticketActions(ticket, undefined);
  return [
    ...ticket.missions.flatMap((mission) => missionActions(mission, ticket)),
    ...ticketActions(ticket, ticketStep(ticket)),
  ];
}

/**
 * Another contractor where the work of one was refused (on an ODSM each has its own) or none is left; the end once no
 * mission has a next step.
 */
function ticketStep(ticket: RunningTicket): WholeTicketCommandType | undefined {
  const counted = countedMissions(ticket);
  if (counted.some(({ status }) => status === 'WORK_ORDER_REFUSED')) return 'ContactAnotherContractor';
  if (counted.some((mission) => nextStep(mission, ticket))) return undefined;
  return counted.some(({ status }) => status === 'INVOICE_RECEIVED')
    ? 'CloseTicket'
    : 'ContactAnotherContractor';
}

function missionActions(mission: Mission, ticket: RunningTicket): AllowedAction[] {
  const suggested = nextStep(mission, ticket);
  const steps = MISSION_STEPS.filter((step) => mayUserDo(step, mission, ticket)).map((command) => ({
    command,
    missionId: mission.id,
    suggested: command === suggested,
    manualEntry: STEPS[command].performer !== 'manager',
  }));
  const beside = { missionId: mission.id, suggested: false };
  return [
    ...steps,
    ...(isReadingAsked(mission, ticket)
      ? [{ command: 'AcknowledgeReading' as const, ...beside, manualEntry: true }]
      : []),
    ...(refusalOfStepBack(mission, ticket)
      ? []
      : [{ command: 'StepBack' as const, ...beside, manualEntry: false }]),
  ];
}

/** All that the contractor of a mission may do now; it may write at every step. */
export function contractorActions(ticket: ExistingTicket, mission: Mission): AllowedAction['command'][] {
  if (ticket.phase !== 'open') return [];
  return [
    ...MISSION_STEPS.filter((step) => mayPerform(mission, step, 'contractor')),
    ...(isReadingAsked(mission, ticket) ? (['AcknowledgeReading'] as const) : []),
    'PostMessage',
  ];
}

/** What is waited for of the contractor: the next step, where it is its own. A quote is promised before it is made. */
export function awaitedActions({ phase }: ExistingTicket, mission: Mission): StepType[] {
  if (phase !== 'open') return [];
  if (mission.status === 'QUOTE_REQUESTED') return ['PromiseQuote'];
  return NEXT_STEPS[mission.status].filter((step) => mayPerform(mission, step, 'contractor'));
}

/** The quote waits for this correspondent's answer. */
export function mayApprove(ticket: ExistingTicket, mission: Mission, correspondentId: string): boolean {
  const open = ticket.phase === 'open' && transitionOf(mission, 'AnswerApproval') !== undefined;
  return open && 'quote' in mission && mission.quote?.approval?.correspondentId === correspondentId;
}
