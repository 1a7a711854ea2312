import type { Command, FireTimers, MissionCommand } from './commands.js';
import { decideMission } from './decide-mission.js';
import { importTicket, openTicket } from './decide-opening.js';
import { receivePreTicket } from './decide-pre-ticket.js';
import { decideTicket } from './decide-ticket.js';
import {
  ActionNotAllowed,
  ActorNotAllowed,
  MissionNotFound,
  TicketAlreadyClosed,
  TicketNotFound,
} from './errors.js';
import type { TicketEvent } from './events.js';
import { fireDueTimers } from './fire-timers.js';
import type { Mission } from './mission.js';
import { ticketStatus } from './ticket.js';
import type { ExistingTicket, OpenTicket, Ticket } from './ticket.js';
import { PERFORMERS, TRANSITIONS } from './transitions.js';

/** What a command makes happen; throws a TicketError when it must not. */
export function decide(command: Command, ticket: Ticket): readonly TicketEvent[] {
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
    case 'CloseTicket':
    case 'ReopenTicket':
      return decideTicket(command, ticket);
    case 'FireTimers':
      return fireTimers(command, ticket);
    case 'AcceptWorkOrder':
    case 'RefuseWorkOrder':
    case 'AskPresence':
    case 'AnswerPresence':
    case 'AskCompletion':
    case 'ReportCompletion':
    case 'RequestInvoice':
    case 'SubmitInvoice':
    case 'RequestNewInvoice':
      return moveMission(command, ticket);
  }
}

function fireTimers({ now }: FireTimers, ticket: Ticket): readonly TicketEvent[] {
  return ticket.phase === 'open' ? fireDueTimers(ticket, now) : [];
}

function moveMission(command: MissionCommand, ticket: Ticket): readonly TicketEvent[] {
  const mission = missionFor(command, ticket);
  assertPerformer(command);
  const transition = TRANSITIONS[mission.status][command.type];
  const refused = transition.to.length === 0 || (transition.manualOnly && command.actor.kind !== 'USER');
  if (refused) throw new ActionNotAllowed(command.type, mission.status);
  return decideMission(command);
}

/** A contractor sees its own mission and no other, also on a closed ticket. */
function missionFor({ type, actor, missionId }: MissionCommand, ticket: Ticket): Mission {
  if (ticket.phase === 'none') throw new TicketNotFound();
  const mission = ticket.missions.find(({ id }) => id === missionId);
  if (!mission || (actor.kind === 'CONTRACTOR' && actor.id !== missionId)) throw new MissionNotFound();
  assertOpen(type, ticket);
  return mission;
}

function assertPerformer({ type, actor }: MissionCommand): void {
  const contractorsStep = PERFORMERS[type] === 'contractor';
  if (actor.kind === 'USER' || (actor.kind === 'CONTRACTOR' && contractorsStep)) return;
  throw new ActorNotAllowed(type, actor.kind);
}

function assertOpen(command: string, ticket: ExistingTicket): asserts ticket is OpenTicket {
  if (ticket.phase === 'closed') throw new TicketAlreadyClosed(ticket.details.number);
  if (ticket.phase !== 'open') throw new ActionNotAllowed(command, ticketStatus(ticket));
}
