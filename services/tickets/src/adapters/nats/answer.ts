import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CommandContext, GetTicketResponseSchema } from '@intervia/contracts';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { readsWhole } from '../../application/running/caller.js';
import { toCommandContext } from './from-proto.js';
import { toTicketMessage } from './views/ticket.mapper.js';

/** A command answers the ticket as it then is to who may read it, and nothing to others; all response messages have one shape. */
export type TicketAnswer = Promise<Pick<MessageInitShape<typeof GetTicketResponseSchema>, 'ticket'>>;

export async function answer(
  { context }: { readonly context?: CommandContext },
  record: Promise<TicketRecord>,
): TicketAnswer {
  const changed = await record;
  return readsWhole(toCommandContext(context)) ? { ticket: toTicketMessage(changed) } : {};
}
