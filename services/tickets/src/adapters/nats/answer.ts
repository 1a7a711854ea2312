import type { MessageInitShape } from '@bufbuild/protobuf';
import type { GetTicketResponseSchema } from '@intervia/contracts';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { toTicketMessage } from './views/ticket.mapper.js';

/** Every command answers the ticket as it then is; their response messages have one shape. */
export type TicketAnswer = Promise<Pick<MessageInitShape<typeof GetTicketResponseSchema>, 'ticket'>>;

export async function answer(record: Promise<TicketRecord>): TicketAnswer {
  return { ticket: toTicketMessage(await record) };
}
