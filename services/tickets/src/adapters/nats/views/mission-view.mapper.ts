import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { MissionViewSchema } from '@intervia/contracts';
import { Status, TicketType, withOptions } from '@intervia/contracts';
import type { ContractorsPart } from '../../../application/reading/get-mission.query.js';
import { awaitedActions, contractorActions } from '../../../domain/actions/actions.js';
import { isReadingAsked } from '../../../domain/steps/reading.js';
import { contractorView } from '../../../domain/audiences/contractor-view.js';
import { reasonFor } from '../../../domain/audiences/reasons.js';
import { endedAt } from '../../../domain/ticket/ticket.js';
import { amountOf, isQuote, visitOf } from '../../../domain/mission/mission.js';
import { toThreadMessages } from './exchange.mapper.js';
import {
  COMMAND_ACTIONS,
  toAppointmentMessage,
  toDocumentMessage,
  toOptionsMessage,
  toPersonMessage,
  toPlaceMessage,
  toTicketDocumentMessage,
  toTimestamp,
  toUserMessage,
} from '../to-proto.js';

/** What the contractor of this mission sees. Everything else of the ticket stays inside, whatever is added to it. */
export function toMissionView({
  ticket,
  mission,
  history,
  hidesAgencyMail,
}: ContractorsPart): MessageInitShape<typeof MissionViewSchema> {
  const { details, documents } = ticket;
  const { manager } = details;
  const visit = visitOf(mission);
  const { status, place, sent, signed } = contractorView(ticket, mission);
  return {
    ticketId: details.id,
    missionId: mission.id,
    number: details.number,
    // Others may be at work on the same ticket: that is not told.
    type: isQuote(mission) ? TicketType.SINGLE_QUOTE : TicketType.WORK_ORDER,
    status: Status[status],
    subject: details.subject,
    description: details.description,
    place: toPlaceMessage(place),
    ...withOptions(toOptionsMessage(details.options)),
    manager: toUserMessage(hidesAgencyMail ? { ...manager, mail: '' } : manager),
    contractor: toPersonMessage(mission.contractor),
    contacts: details.contacts.map(toPersonMessage),
    attachments: documents
      .filter(({ kind }) => kind === 'ATTACHMENT')
      .map(({ ref }) => toDocumentMessage(ref)),
    appointment: visit && toAppointmentMessage(visit.appointment),
    lateMinutes: visit?.lateMinutes ?? 0,
    actions: contractorActions(ticket, mission).map((command) => COMMAND_ACTIONS[command]),
    awaited: awaitedActions(ticket, mission).map((command) => COMMAND_ACTIONS[command]),
    openedAt: timestampFromDate(details.openedAt),
    sent: sent.map((document) => ({ ...toTicketDocumentMessage(document), superseded: document.superseded })),
    closed: ticket.phase === 'closed',
    threads: toThreadMessages(ticket.threads.filter(({ missionId }) => missionId === mission.id)),
    amountCents: amountOf(mission),
    signedQuote: signed && toDocumentMessage(signed.ref),
    ownerName: place.ownerName,
    acknowledgementAsked: isReadingAsked(mission, ticket),
    reason: reasonFor(mission, history),
    closedAt: toTimestamp(endedAt(ticket)),
  };
}
