import type { MessageInitShape } from '@bufbuild/protobuf';
import type { GetRequestResponseSchema, Ticket } from '@intervia/contracts';
import {
  PreTicketCancelledSchema,
  PreTicketReceivedSchema,
  PreTicketValidatedSchema,
  RequestState,
} from '@intervia/contracts';

/** A ticket as its requester is told of it; undefined when it never was a request. */
export function requestOf(ticket: Ticket): MessageInitShape<typeof GetRequestResponseSchema> | undefined {
  const { id: ticketId, number, module, subject, place, requestedAt, originalDescription } = ticket;
  const entryOf = (name: string) => ticket.history.find(({ fact }) => fact === name);
  const received = entryOf(PreTicketReceivedSchema.name);
  if (!received) return undefined;
  const cancelled = entryOf(PreTicketCancelledSchema.name);
  const validated = entryOf(PreTicketValidatedSchema.name);
  const decided = validated ? RequestState.VALIDATED : RequestState.PENDING;
  return {
    request: {
      ...{ ticketId, number, module, subject, placeLabel: place?.label, requestedAt },
      state: cancelled ? RequestState.CANCELLED : decided,
      decidedAt: (cancelled ?? validated)?.at,
      reason: cancelled?.text,
    },
    description: originalDescription,
    documents: received.documents,
  };
}
