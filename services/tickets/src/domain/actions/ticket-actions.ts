import type { AllowedAction } from './allowed-action.js';
import { mayContactAnother } from '../steps/decide-replacement.js';
import { TICKET_RULES } from '../ticket/ticket-rules.js';
import type { WholeTicketCommandType } from '../ticket/ticket-rules.js';
import { ticketType } from '../ticket/ticket.js';
import type { ExistingTicket } from '../ticket/ticket.js';

const WHOLE_TICKET_COMMANDS = Object.keys(TICKET_RULES) as readonly WholeTicketCommandType[];

/** Done on a selection of the list (manual, "Actions sur sélection"): the ticket itself does not offer it. */
const OF_THE_LIST: readonly WholeTicketCommandType[] = ['ChangeManager'];

/** Beyond the phase: what would be refused whatever is said is not offered (specification, 14). */
const MAKES_SENSE: Partial<Readonly<Record<WholeTicketCommandType, (ticket: ExistingTicket) => boolean>>> = {
  InformThirdParties: (ticket) => ticketType(ticket) !== 'MULTI_WORK_ORDER',
  ContactAnotherContractor: mayContactAnother,
};

/**
 * What a user may do to the ticket as a whole. Reopening and deleting are also a matter of rights, at the door.
 * @param next what is suggested of an open ticket whose missions suggest nothing
 */
export function ticketActions(
  ticket: ExistingTicket,
  next: WholeTicketCommandType | undefined,
): AllowedAction[] {
  const suggested = ticket.phase === 'pending' ? 'ValidatePreTicket' : next;
  const commands = WHOLE_TICKET_COMMANDS.filter(
    (command) =>
      TICKET_RULES[command].in.includes(ticket.phase) &&
      !OF_THE_LIST.includes(command) &&
      (MAKES_SENSE[command]?.(ticket) ?? true),
  );
  return [...commands, 'DeleteTicket' as const].map((command) => ({
    command,
    missionId: '',
    suggested: command === suggested,
    manualEntry: false,
  }));
}
