import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { RequestState } from '@intervia/contracts';
import type { RequestedVisitSchema, RequestViewSchema } from '@intervia/contracts';
import { clientRequestOf } from '../../../domain/audiences/client-request.js';
import { isRepairAsked, lastRepair } from '../../../domain/exchanges/requester-exchange.js';
import type { HistoryEntry } from '../../../domain/history/record.js';
import { expectedVisit, isAccepted, isCounted, isDone, isQuote } from '../../../domain/mission/mission.js';
import type { Mission } from '../../../domain/mission/mission.js';
import type { ExistingTicket } from '../../../domain/ticket/ticket.js';
import { toAppointmentMessage } from '../to-proto.js';

/** What whoever asked reads: who comes and when, and whether it is repaired. */
export function toRequestView(
  ticket: ExistingTicket,
  history: readonly HistoryEntry[],
  emergencyNumbers: string,
): MessageInitShape<typeof RequestViewSchema> {
  const { state, reason } = clientRequestOf(ticket, history);
  const { details, missions } = ticket;
  return {
    state: RequestState[state],
    requestedAt: timestampFromDate(details.requestedAt ?? details.openedAt),
    reason,
    visits: missions.filter(comes).map(toVisit),
    repairAsked: isRepairAsked(ticket),
    repaired: lastRepair(ticket),
    emergencyNumbers,
  };
}

/** Firms that only quote are the agency's business; one that refused comes no more. */
const comes = (mission: Mission): boolean =>
  isCounted(mission) && (isQuote(mission) ? isAccepted(mission) : mission.status !== 'WORK_ORDER_REFUSED');

function toVisit(mission: Mission): MessageInitShape<typeof RequestedVisitSchema> {
  const { name, mobiles, phone } = mission.contractor;
  const appointment = expectedVisit(mission);
  return {
    contractorName: name,
    contractorPhone: phone || (mobiles[0] ?? ''),
    appointment: appointment && toAppointmentMessage(appointment),
    done: isDone(mission),
  };
}
