import type { UpdateTicket } from '../ticket/ticket-commands.js';
import type { ExistingTicket } from '../ticket/ticket.js';
import { TicketChangedMeanwhile } from '../values/errors.js';
import type { Actor } from '../values/model.js';
import { updateTicket } from './decide-update.js';

/** Of an entry of the history: who did what. */
interface PastAct {
  readonly id: string;
  readonly fact: string;
  readonly actor: Actor;
  readonly text: string;
}

/**
 * What two people change at once is the second one's to decide. Two who wrote the same agree, and files are only added.
 * @param history the newest entries, oldest first
 * @param readUntil the last entry that the writer had read; of one that is no longer held, all that is held came later
 * @throws TicketChangedMeanwhile
 */
export function assertNothingOverwritten(
  command: UpdateTicket,
  ticket: ExistingTicket,
  history: readonly PastAct[],
  readUntil: string,
): void {
  if (readUntil === '') return;
  const since = history.slice(history.findIndex(({ id }) => id === readUntil) + 1);
  const changes = since.filter(
    ({ fact, actor }) => fact === 'TicketUpdated' && actor.id !== command.actor.id,
  );
  if (changes.length === 0) return;
  const wanted = new Set(updateTicket(command, ticket).flatMap((event) => fieldsOf(event)));
  const clashing = changes
    .map(({ actor, text }) => ({ actor, fields: text.split(', ').filter((field) => wanted.has(field)) }))
    .filter(({ fields }) => fields.length > 0);
  const last = clashing.at(-1);
  if (!last) return;
  throw new TicketChangedMeanwhile(last.actor.name, [...new Set(clashing.flatMap(({ fields }) => fields))]);
}

function fieldsOf(event: ReturnType<typeof updateTicket>[number]): readonly string[] {
  return event.type === 'TicketUpdated' ? event.fields.filter((field) => field !== 'addedAttachments') : [];
}
