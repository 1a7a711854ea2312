import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { CorrespondentViewSchema, QuoteForApprovalSchema } from '@intervia/contracts';
import { Module, TicketType } from '@intervia/contracts';
import { mayApprove } from '../../../domain/actions/actions.js';
import { descriptionForThirdParties, withoutAgencysOwn } from '../../../domain/audiences/contractor-view.js';
import { isCounted, quoteOf } from '../../../domain/mission/mission.js';
import type { Mission } from '../../../domain/mission/mission.js';
import type { CorrespondentsPart } from '../../../application/reading/get-correspondent.query.js';
import { changeableUntil } from '../../../domain/steps/correction.js';
import { requestFor } from '../../../domain/audiences/reasons.js';
import { endedAt, ticketType } from '../../../domain/ticket/ticket.js';
import type { ExistingTicket } from '../../../domain/ticket/ticket.js';
import { toCorrespondentMessage, toThreadMessages } from './exchange.mapper.js';
import { toRequestView } from './request-view.mapper.js';
import {
  toApprovalMessage,
  toDocumentMessage,
  toPlaceMessage,
  toTimestamp,
  toUserMessage,
} from '../to-proto.js';

/** What an owner, council president, tenant or typed-in person sees. Everything else of the ticket stays inside. */
export function toCorrespondentView({
  ticket,
  correspondent,
  history,
  emergencyNumbers,
}: CorrespondentsPart): MessageInitShape<typeof CorrespondentViewSchema> {
  const { details } = ticket;
  return {
    ticketId: details.id,
    correspondent: toCorrespondentMessage(correspondent),
    number: details.number,
    type: TicketType[ticketType(ticket)],
    subject: details.subject,
    // Before an agent words it, it is as it was asked.
    description:
      ticket.phase === 'pending' || ticket.phase === 'cancelled'
        ? details.originalDescription || descriptionForThirdParties(details)
        : descriptionForThirdParties(details),
    // The code of the door is for who goes there.
    place: toPlaceMessage(withoutAgencysOwn({ ...details.place, digicode: '', ownerName: '' })),
    manager: toUserMessage(details.manager),
    quotes: ticket.missions
      .filter(isCounted)
      .map((mission) => toQuoteForApproval(ticket, mission, correspondent.id, history))
      .filter((quote) => quote !== undefined),
    threads: toThreadMessages(
      ticket.threads.filter(({ correspondentId }) => correspondentId === correspondent.id),
    ),
    openedAt: timestampFromDate(details.openedAt),
    closed: ticket.phase === 'closed' || ticket.phase === 'cancelled',
    closedAt: toTimestamp(endedAt(ticket)),
    module: Module[details.module],
    ...(correspondent.role === 'REQUESTER' && {
      request: toRequestView(ticket, history, emergencyNumbers),
    }),
  };
}

/** Only those that this one was asked about. */
function toQuoteForApproval(
  ticket: ExistingTicket,
  mission: Mission,
  correspondentId: string,
  history: CorrespondentsPart['history'],
): MessageInitShape<typeof QuoteForApprovalSchema> | undefined {
  const quote = quoteOf(mission);
  if (quote?.approval?.correspondentId !== correspondentId) return undefined;
  return {
    missionId: mission.id,
    contractorName: mission.contractor.name,
    amountCents: quote.amountCents,
    documents: quote.documents.map(toDocumentMessage),
    comment: quote.comment,
    approval: toApprovalMessage(quote.approval),
    open: mayApprove(ticket, mission, correspondentId),
    changeableUntil: toTimestamp(changeableUntil(ticket, mission, correspondentId)),
    requestComment: requestFor(mission.id, correspondentId, history),
  };
}
