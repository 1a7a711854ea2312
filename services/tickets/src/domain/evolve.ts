import type { MissionEvent, TicketEvent, TicketImported, WorkOrderRequested } from './events.js';
import { amountOf, visitOf } from './mission.js';
import type { Mission, PlannedStatus, Visit } from './mission.js';
import { asDocuments, evolveStanding, opened, received } from './evolve-ticket.js';
import type { PresenceAnswer, TicketDocument } from './model.js';
import type { ClosedTicket, ExistingTicket, OpenTicket, Ticket } from './ticket.js';
import { isStanding } from './ticket-events.js';
import { timersAfter } from './timers.js';

/** The ticket after a fact. An event that cannot follow the state is a fault of the program. */
export function evolve(ticket: Ticket, event: TicketEvent): ExistingTicket {
  if (event.type === 'PreTicketReceived') return received(event);
  if (event.type === 'TicketOpened') return opened(ticket, event);
  if (event.type === 'TicketImported') return imported(event);
  if (ticket.phase === 'none') throw new Error(`${event.type} happened to no ticket`);
  if (isStanding(event)) return evolveStanding(ticket, event);
  if (ticket.phase !== 'open')
    throw new Error(`${event.type} cannot happen to a ticket in phase ${ticket.phase}`);
  switch (event.type) {
    case 'TimerDeferred':
      return {
        ...ticket,
        timers: ticket.timers.map((timer) =>
          timer.missionId === event.missionId && timer.kind === event.kind
            ? { ...timer, dueAt: event.dueAt }
            : timer,
        ),
      };
    case 'WorkOrderRequested':
      return withMission(ticket, event, requested(event));
    case 'WorkOrderAccepted':
    case 'WorkOrderRefused':
    case 'ReminderSent':
    case 'RemindersExhausted':
    case 'PresenceAsked':
    case 'PresenceAnswered':
    case 'CompletionAsked':
    case 'CompletionReported':
    case 'InvoiceRequested':
    case 'InvoiceReceived':
    case 'NewInvoiceRequested':
      return moved(ticket, event);
  }
}

function imported({ details, missions, documents, closedAt }: TicketImported): ClosedTicket {
  return {
    phase: 'closed',
    correspondents: [],
    threads: [],
    notes: [],
    details,
    documents,
    missions: missions.map(({ amountCents, ...mission }) =>
      amountCents > 0
        ? { ...mission, exhausted: false, status: 'INVOICE_RECEIVED', amountCents }
        : { ...mission, exhausted: false, status: 'WORK_ORDER_SENT' },
    ),
    closedAt,
    modifiedAt: closedAt,
  };
}

function requested({ missionId, contractor }: WorkOrderRequested): Mission {
  return { id: missionId, contractor, exhausted: false, status: 'WORK_ORDER_SENT' };
}

function moved(ticket: OpenTicket, event: MissionEvent): OpenTicket {
  const mission = ticket.missions.find(({ id }) => id === event.missionId);
  if (!mission) throw new Error(`${event.type} for an unknown mission`);
  return withMission(ticket, event, evolveMission(mission, event));
}

function withMission(
  ticket: OpenTicket,
  event: MissionEvent | WorkOrderRequested,
  mission: Mission,
): OpenTicket {
  const known = ticket.missions.some(({ id }) => id === mission.id);
  return {
    ...ticket,
    missions: known
      ? ticket.missions.map((other) => (other.id === mission.id ? mission : other))
      : [...ticket.missions, mission],
    timers: timersAfter(ticket.timers, event, mission, ticket.details),
    documents: [...ticket.documents, ...documentsOf(event)],
    modifiedAt: event.at,
  };
}

const AFTER_PRESENCE: Readonly<Record<PresenceAnswer, PlannedStatus>> = {
  CONFIRMED: 'PRESENCE_CONFIRMED',
  LATE: 'RUNNING_LATE',
  ABSENT: 'ABSENT',
  POSTPONED: 'POSTPONEMENT_ASKED',
};

function evolveMission(mission: Mission, event: MissionEvent): Mission {
  const { id, contractor } = mission;
  const identity = { id, contractor, exhausted: false };
  switch (event.type) {
    case 'WorkOrderAccepted':
      return {
        ...identity,
        status: 'WORK_ORDER_ACCEPTED',
        visit: { appointment: event.appointment, lateMinutes: 0 },
      };
    case 'WorkOrderRefused':
      return { ...identity, status: 'WORK_ORDER_REFUSED' };
    case 'ReminderSent':
      return mission;
    case 'RemindersExhausted':
      return { ...mission, exhausted: true };
    case 'PresenceAsked':
      return { ...identity, status: 'PRESENCE_ASKED', visit: planned(mission) };
    case 'PresenceAnswered':
      return {
        ...identity,
        status: AFTER_PRESENCE[event.answer],
        visit: { ...planned(mission), lateMinutes: event.lateMinutes },
      };
    case 'CompletionAsked':
      return { ...identity, status: 'AWAITING_COMPLETION', visit: planned(mission) };
    case 'CompletionReported':
      return { ...identity, status: 'COMPLETION_RECEIVED', visit: planned(mission) };
    case 'InvoiceRequested':
      return { ...identity, status: 'INVOICE_REQUESTED', visit: planned(mission) };
    case 'InvoiceReceived':
      return {
        ...identity,
        status: 'INVOICE_RECEIVED',
        visit: visitOf(mission),
        amountCents: event.amountCents,
      };
    case 'NewInvoiceRequested':
      // The refused invoice's amount stays shown until the new one comes.
      return {
        ...identity,
        status: 'NEW_INVOICE_REQUESTED',
        visit: visitOf(mission),
        amountCents: amountOf(mission),
      };
  }
}

function planned(mission: Mission): Visit {
  const visit = visitOf(mission);
  if (!visit) throw new Error(`mission ${mission.id} has no appointment in ${mission.status}`);
  return visit;
}

function documentsOf(event: MissionEvent | WorkOrderRequested): TicketDocument[] {
  if (event.type === 'CompletionReported')
    return asDocuments(event.proofs, 'PROOF', event.at, event.missionId);
  return event.type === 'InvoiceReceived'
    ? asDocuments([event.invoice], 'INVOICE', event.at, event.missionId)
    : [];
}
