import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { MissionViewSchema } from '@intervia/contracts';
import { Status, TicketType } from '@intervia/contracts';
import { contractorActions } from '../../domain/actions.js';
import { descriptionForContractors, placeForContractors } from '../../domain/contractor-view.js';
import { visitOf } from '../../domain/mission.js';
import type { Mission } from '../../domain/mission.js';
import type { ExistingTicket } from '../../domain/ticket.js';
import { digicodeLine } from '../../fr.js';
import {
  COMMAND_ACTIONS,
  toAppointmentMessage,
  toDocumentMessage,
  toPersonMessage,
  toPlaceMessage,
  toTicketDocumentMessage,
  toUserMessage,
} from './to-proto.js';

/** What the contractor of this mission sees. Everything else of the ticket stays inside, whatever is added to it. */
export function toMissionView(
  ticket: ExistingTicket,
  mission: Mission,
): MessageInitShape<typeof MissionViewSchema> {
  const { details, documents } = ticket;
  const visit = visitOf(mission);
  return {
    ticketId: details.id,
    missionId: mission.id,
    number: details.number,
    // Others may be at work on the same ticket: that is not told.
    type: TicketType.WORK_ORDER,
    status: Status[mission.status],
    subject: details.subject,
    description: descriptionForContractors(details, digicodeLine),
    place: toPlaceMessage(placeForContractors(details)),
    urgent: details.urgent,
    manager: toUserMessage(details.manager),
    contractor: toPersonMessage(mission.contractor),
    contacts: details.contacts.map(toPersonMessage),
    attachments: documents
      .filter(({ kind }) => kind === 'ATTACHMENT')
      .map(({ ref }) => toDocumentMessage(ref)),
    appointment: visit && toAppointmentMessage(visit.appointment),
    lateMinutes: visit?.lateMinutes ?? 0,
    actions: contractorActions(ticket, mission).map((command) => COMMAND_ACTIONS[command]),
    openedAt: timestampFromDate(details.openedAt),
    sent: documents.filter(({ missionId }) => missionId === mission.id).map(toTicketDocumentMessage),
    closed: ticket.phase === 'closed',
  };
}
