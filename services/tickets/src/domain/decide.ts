import { isReadingAsked } from './steps/reading.js';
import type { Command, FireTimers } from './ticket/commands.js';
import { decideStep } from './steps/decide-mission.js';
import { importTicket, openTicket } from './opening/decide-opening.js';
import { receivePreTicket } from './opening/decide-pre-ticket.js';
import { decideTicket } from './decide-ticket.js';
import {
  ActionNotAllowed,
  ActorNotAllowed,
  MissionNotFound,
  TicketAlreadyClosed,
  TicketNotFound,
} from './values/errors.js';
import type { TicketEvent } from './ticket/events.js';
import { refuseAddresses } from './firing/refuse-addresses.js';
import { fireDueTimers } from './firing/fire-timers.js';
import type { AcknowledgeReading, MissionCommand, StepBack } from './mission/mission-commands.js';
import type { MissionStep, Performer, StepType } from './mission/steps.js';
import type { Mission } from './mission/mission.js';
import type { Actor } from './values/model.js';
import { stepBack } from './steps/step-back.js';
import { ticketStatus } from './ticket/ticket.js';
import type { RunningTicket, Ticket } from './ticket/ticket.js';
import { STEPS, isStep } from './mission/steps.js';
import { mayPerform } from './mission/transitions.js';
import { isCorrection } from './steps/correction.js';

/** What a command makes happen; throws a TicketError when it must not. */
export function decide(command: Command, ticket: Ticket): readonly TicketEvent[] {
  if (isStep(command)) return moveMission(command, ticket);
  switch (command.type) {
    case 'OpenTicket':
      return openTicket(command, ticket);
    case 'ImportTicket':
      return importTicket(command, ticket);
    case 'ReceivePreTicket':
      return receivePreTicket(command, ticket);
    case 'ValidatePreTicket':
    case 'CancelPreTicket':
    case 'UpdateTicket':
    case 'ChangeReach':
    case 'ChangeManager':
    case 'AddNote':
    case 'PostMessage':
    case 'InformThirdParties':
    case 'ContactAnotherContractor':
    case 'CloseTicket':
    case 'ReopenTicket':
      return decideTicket(command, ticket);
    case 'FireTimers':
      return fireTimers(command, ticket);
    case 'RefuseAddresses':
      return refuseAddresses(command, ticket);
    case 'AcknowledgeReading':
    case 'StepBack':
      return decideReadingOrStepBack(command, ticket);
  }
}

function fireTimers({ now }: FireTimers, ticket: Ticket): readonly TicketEvent[] {
  return ticket.phase === 'open' ? fireDueTimers(ticket, now) : [];
}

function moveMission(step: MissionStep, ticket: Ticket): readonly TicketEvent[] {
  const { mission, open } = missionFor(step, ticket);
  assertPerformer(step.type, step.actor);
  const as = step.actor.kind === 'USER' ? 'user' : STEPS[step.type].performer;
  if (!isCorrection(step, mission, open) && !mayPerform(mission, step.type, as))
    throw new ActionNotAllowed(step.type, mission.status);
  return decideStep(step, mission, open);
}

/** What a mission's step has no say in. */
function decideReadingOrStepBack(
  command: AcknowledgeReading | StepBack,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { mission, open } = missionFor(command, ticket);
  const { type, actor, now, missionId } = command;
  if (type === 'StepBack') {
    if (actor.kind !== 'USER') throw new ActorNotAllowed(type);
    return stepBack(command, mission, open);
  }
  if (actor.kind !== 'USER' && actor.kind !== 'CONTRACTOR') throw new ActorNotAllowed(type);
  // By hand only where it is offered; a contractor may say more than it was asked, and say it again.
  if (actor.kind === 'USER' && !isReadingAsked(mission, open))
    throw new ActionNotAllowed(type, mission.status);
  return mission.readAt ? [] : [{ type: 'ReadingAcknowledged', at: now, actor, missionId }];
}

interface Found {
  readonly mission: Mission;
  readonly open: RunningTicket;
}

/** A contractor sees its own mission and no other, also on a closed ticket. */
function missionFor({ type, actor, missionId }: MissionCommand, ticket: Ticket): Found {
  if (ticket.phase === 'none') throw new TicketNotFound();
  const mission = ticket.missions.find(({ id }) => id === missionId);
  if (!mission || (actor.kind === 'CONTRACTOR' && actor.id !== missionId)) throw new MissionNotFound();
  if (ticket.phase === 'closed') throw new TicketAlreadyClosed(ticket.details.number);
  if (ticket.phase !== 'open') throw new ActionNotAllowed(type, ticketStatus(ticket));
  return { mission, open: ticket };
}

const THIRD_PARTIES: Readonly<Record<Exclude<Performer, 'manager'>, readonly Actor['kind'][]>> = {
  contractor: ['CONTRACTOR'],
  // Which one of them was asked is the step's to check.
  approver: ['OWNER', 'COUNCIL_PRESIDENT', 'COUNCIL_MEMBER', 'THIRD_PARTY'],
};

function assertPerformer(step: StepType, { kind }: Actor): void {
  const { performer } = STEPS[step];
  if (kind === 'USER' || (performer !== 'manager' && THIRD_PARTIES[performer].includes(kind))) return;
  throw new ActorNotAllowed(step);
}
