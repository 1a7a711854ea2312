import { checkComment } from './values/checks.js';
import {
  ActionNotAllowed,
  ActorNotAllowed,
  InvalidCommand,
  TicketAlreadyClosed,
  TicketNotFound,
} from './values/errors.js';
import type { TicketEvent } from './ticket/events.js';
import { decideExchange } from './exchanges/decide-exchange.js';
import { cancelPreTicket, validatePreTicket } from './opening/decide-pre-ticket.js';
import { contactAnother } from './steps/decide-replacement.js';
import { changeManager, changeReach, updateTicket } from './opening/decide-update.js';
import type { WholeTicketCommand } from './ticket/ticket-commands.js';
import { TICKET_RULES } from './ticket/ticket-rules.js';
import { ticketStatus } from './ticket/ticket.js';
import type { ExistingTicket, Ticket } from './ticket/ticket.js';

export function decideTicket(command: WholeTicketCommand, ticket: Ticket): readonly TicketEvent[] {
  assertAllowed(command, ticket);
  switch (command.type) {
    case 'ValidatePreTicket':
      return validatePreTicket(command, ticket);
    case 'CancelPreTicket':
      return cancelPreTicket(command, ticket);
    case 'UpdateTicket':
      return updateTicket(command, ticket);
    case 'ChangeReach':
      return changeReach(command, ticket);
    case 'ChangeManager':
      return changeManager(command, ticket);
    case 'AddNote':
    case 'PostMessage':
    case 'InformThirdParties':
      return decideExchange(command, ticket);
    case 'ContactAnotherContractor':
      return contactAnother(command, ticket);
    case 'CloseTicket':
    case 'ReopenTicket': {
      const { actor, now, comment } = command;
      const problems = checkComment('comment', comment);
      if (problems.length > 0) throw new InvalidCommand(problems);
      const fact = { at: now, actor, comment };
      return [
        ticket.phase === 'closed'
          ? { type: 'TicketReopened', ...fact, closedAt: ticket.closedAt }
          : { type: 'TicketClosed', ...fact },
      ];
    }
  }
}

function assertAllowed(command: WholeTicketCommand, ticket: Ticket): asserts ticket is ExistingTicket {
  const { type, actor } = command;
  if (ticket.phase === 'none') throw new TicketNotFound();
  const rule = TICKET_RULES[type];
  if (!rule.by.includes(actor.kind)) throw new ActorNotAllowed(type);
  if (rule.in.includes(ticket.phase)) return;
  // Whether it is repaired is answered after the closing too, and reopens nothing.
  if (ticket.phase === 'closed' && type === 'PostMessage' && command.repaired !== undefined) return;
  if (ticket.phase === 'closed') throw new TicketAlreadyClosed(ticket.details.number);
  throw new ActionNotAllowed(type, ticketStatus(ticket));
}
