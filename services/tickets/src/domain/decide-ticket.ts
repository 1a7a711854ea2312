import { checkComment } from './values/checks.js';
import {
  ActionNotAllowed,
  ActorNotAllowed,
  InvalidCommand,
  TicketAlreadyClosed,
  TicketNotFound,
} from './values/errors.js';
import type { TicketEvent } from './ticket/events.js';
import type { Actor } from './values/model.js';
import { decideExchange } from './exchanges/decide-exchange.js';
import { cancelPreTicket, validatePreTicket } from './opening/decide-pre-ticket.js';
import { contactAnother } from './steps/decide-replacement.js';
import { changeManager, changeReach, updateTicket } from './opening/decide-update.js';
import type { StandingCommand } from './ticket/ticket-commands.js';
import { ticketStatus } from './ticket/ticket.js';
import type { ExistingTicket, Phase, Ticket } from './ticket/ticket.js';

export type StandingCommandType = StandingCommand['type'];

interface Rule {
  /** In which phases it means something. */
  readonly in: readonly Exclude<Phase, 'none'>[];
  readonly by: readonly Actor['kind'][];
}

const USERS = ['USER'] as const;
/** Whoever has a link; what each may say to whom is `decide-exchange.ts`'s. */
const EVERYBODY = [
  'USER',
  'CONTRACTOR',
  'OWNER',
  'COUNCIL_PRESIDENT',
  'COUNCIL_MEMBER',
  'TENANT',
  'THIRD_PARTY',
] as const;

/** What may be done to a ticket as a whole, when, and by whom. */
export const TICKET_RULES: Readonly<Record<StandingCommandType, Rule>> = {
  ValidatePreTicket: { in: ['pending'], by: USERS },
  CancelPreTicket: { in: ['pending'], by: USERS },
  UpdateTicket: { in: ['pending', 'open'], by: USERS },
  ChangeManager: { in: ['pending', 'open'], by: USERS },
  AddNote: { in: ['pending', 'open'], by: USERS },
  ChangeReach: { in: ['open'], by: USERS },
  PostMessage: { in: ['open'], by: EVERYBODY },
  InformThirdParties: { in: ['open'], by: USERS },
  ContactAnotherContractor: { in: ['open'], by: USERS },
  CloseTicket: { in: ['open'], by: USERS },
  ReopenTicket: { in: ['closed'], by: USERS },
};

export function decideTicket(command: StandingCommand, ticket: Ticket): readonly TicketEvent[] {
  assertAllowed(command, ticket);
  switch (command.type) {
    case 'ValidatePreTicket':
      return validatePreTicket(command, ticket);
    case 'CancelPreTicket':
      return cancelPreTicket(command);
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
      const type = command.type === 'CloseTicket' ? 'TicketClosed' : 'TicketReopened';
      return [{ type, at: now, actor, comment }];
    }
  }
}

function assertAllowed({ type, actor }: StandingCommand, ticket: Ticket): asserts ticket is ExistingTicket {
  if (ticket.phase === 'none') throw new TicketNotFound();
  const rule = TICKET_RULES[type];
  if (!rule.by.includes(actor.kind)) throw new ActorNotAllowed(type, actor.kind);
  if (rule.in.includes(ticket.phase)) return;
  if (ticket.phase === 'closed') throw new TicketAlreadyClosed(ticket.details.number);
  throw new ActionNotAllowed(type, ticketStatus(ticket));
}
