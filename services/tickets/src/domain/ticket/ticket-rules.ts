import type { Actor } from '../values/model.js';
import type { WholeTicketCommand } from './ticket-commands.js';
import type { Phase } from './ticket.js';

export type WholeTicketCommandType = WholeTicketCommand['type'];

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
  'REQUESTER',
] as const;

/** What may be done to a ticket as a whole, when, and by whom. */
export const TICKET_RULES: Readonly<Record<WholeTicketCommandType, Rule>> = {
  ValidatePreTicket: { in: ['pending'], by: USERS },
  // A client takes back its own request.
  CancelPreTicket: { in: ['pending'], by: ['USER', 'REQUESTER'] },
  UpdateTicket: { in: ['pending', 'open'], by: USERS },
  ChangeManager: { in: ['pending', 'open'], by: USERS },
  AddNote: { in: ['pending', 'open'], by: USERS },
  ChangeReach: { in: ['open'], by: USERS },
  PostMessage: { in: ['pending', 'open'], by: EVERYBODY },
  InformThirdParties: { in: ['open'], by: USERS },
  ContactAnotherContractor: { in: ['open'], by: USERS },
  CloseTicket: { in: ['open'], by: USERS },
  ReopenTicket: { in: ['closed'], by: USERS },
};
