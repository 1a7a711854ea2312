import type { Action, AllowedAction, Rights, Ticket } from '../../api/types.js';
import { specOf } from './specs/action-specs.js';

/** What an action asks of the user's role; the rest is editing. */
const RIGHT_OF: Partial<Record<Action, keyof Rights>> = {
  VALIDATE_PRE_TICKET: 'create',
  REOPEN: 'reopen',
  DELETE: 'delete',
};

/** What the server allows now, the role permits, and this release can do. */
export function allowedActions(ticket: Ticket, rights: Rights): AllowedAction[] {
  return ticket.actions.filter(({ action }) => specOf(action) && rights[RIGHT_OF[action] ?? 'edit']);
}
