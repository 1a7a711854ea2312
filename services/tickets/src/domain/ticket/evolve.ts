import type { TicketEvent } from './events.js';
import { evolveMission, missionOfRequest } from '../mission/evolve-mission.js';
import {
  asDocuments,
  evolveWholeTicket,
  imported,
  opened,
  received,
  withCorrespondent,
} from './evolve-ticket.js';
import type { MissionEvent, TimerDeferred, WorkOrderRequested } from '../mission/mission-events.js';
import type { Mission } from '../mission/mission.js';
import type { TicketDocument } from '../values/model.js';
import { isWholeTicketEvent } from './ticket-events.js';
import type { ExistingTicket, RunningTicket, Ticket } from './ticket.js';
import { isReachable } from '../values/reachable.js';
import { timersAfter } from '../timers/timers.js';

/** The ticket after a fact. An event that cannot follow the state is a fault of the program. */
export function evolve(ticket: Ticket, event: TicketEvent): ExistingTicket {
  if (event.type === 'PreTicketReceived') return received(event);
  if (event.type === 'TicketOpened') return opened(ticket, event);
  if (event.type === 'TicketImported') return imported(event);
  if (ticket.phase === 'none') throw new Error(`${event.type} happened to no ticket`);
  if (isWholeTicketEvent(event)) return evolveWholeTicket(ticket, event);
  if (ticket.phase !== 'open')
    throw new Error(`${event.type} cannot happen to a ticket in phase ${ticket.phase}`);
  return event.type === 'TimerDeferred' ? deferred(ticket, event) : moved(ticket, event);
}

function deferred(ticket: RunningTicket, { missionId, kind, dueAt }: TimerDeferred): RunningTicket {
  return {
    ...ticket,
    timers: ticket.timers.map((timer) =>
      timer.missionId === missionId && timer.kind === kind ? { ...timer, dueAt } : timer,
    ),
  };
}

function moved(ticket: RunningTicket, event: MissionEvent | WorkOrderRequested): RunningTicket {
  const before = ticket.missions.find(({ id }) => id === event.missionId);
  const mission = missionAfter(before, event, ticket);
  return {
    ...ticket,
    missions: before
      ? ticket.missions.map((other) => (other === before ? mission : other))
      : [...ticket.missions, mission],
    timers: timersAfter(ticket.timers, event, {
      mission,
      before,
      details: ticket.details,
      unreachable: isUnreachable(mission, event, ticket),
    }),
    documents: [...ticket.documents, ...documentsOf(event)],
    correspondents:
      event.type === 'ApprovalRequested' || event.type === 'ApprovalAnswered'
        ? withCorrespondent(ticket.correspondents, event.correspondent)
        : ticket.correspondents,
    modifiedAt: event.at,
  };
}

/** Asked of facts of refused addresses only. */
function isUnreachable(
  { contractor, refused }: Mission,
  event: MissionEvent | WorkOrderRequested,
  { correspondents }: RunningTicket,
): boolean {
  if (event.type !== 'AddressRefused') return false;
  const approver = correspondents.find(({ id }) => id === event.correspondentId);
  return !isReachable(approver?.person ?? contractor, refused);
}

function missionAfter(
  before: Mission | undefined,
  event: MissionEvent | WorkOrderRequested,
  { timers }: RunningTicket,
): Mission {
  if (event.type === 'WorkOrderRequested') return missionOfRequest(event);
  if (before) {
    const own = timers.filter(({ missionId }) => missionId === before.id);
    return evolveMission(before, event, own);
  }
  if (event.type === 'QuoteRequested') return missionOfRequest(event);
  throw new Error(`${event.type} for an unknown mission`);
}

/** What a step brings along. */
function documentsOf(event: MissionEvent | WorkOrderRequested): TicketDocument[] {
  const { at, missionId } = event;
  if (event.type === 'QuoteReceived') return asDocuments(event.quotes, 'QUOTE', at, missionId);
  if (event.type === 'CompletionReported') return asDocuments(event.proofs, 'PROOF', at, missionId);
  if (event.type === 'ApprovalAnswered')
    return asDocuments(event.agreement?.proofs ?? [], 'PROOF', at, missionId);
  if (event.type === 'InvoiceReceived') return asDocuments([event.invoice], 'INVOICE', at, missionId);
  if (event.type !== 'QuoteAccepted' || !event.signedCopy) return [];
  return asDocuments([event.signedCopy], 'SIGNED_QUOTE', at, missionId);
}
