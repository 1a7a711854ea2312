import type { TicketDetails, TicketDocument } from './model.js';
import { amountOf, missionColour } from './mission.js';
import type { Colour, Mission, MissionStatus } from './mission.js';
import type { Timer } from './timers.js';

interface TicketBody {
  readonly details: TicketDetails;
  readonly missions: readonly Mission[];
  readonly documents: readonly TicketDocument[];
  readonly modifiedAt: Date;
}

export interface OpenTicket extends TicketBody {
  readonly phase: 'open';
  readonly timers: readonly Timer[];
}

/** Has no timers: one alive on a closed ticket cannot be written down. */
export interface ClosedTicket extends TicketBody {
  readonly phase: 'closed';
  readonly closedAt: Date;
}

export type ExistingTicket = OpenTicket | ClosedTicket;
export type Ticket = { readonly phase: 'none' } | ExistingTicket;

export const NO_TICKET: Ticket = { phase: 'none' };

export type TicketType = 'WORK_ORDER' | 'MULTI_WORK_ORDER';
export type TicketStatus = MissionStatus | 'IN_PROGRESS' | 'CLOSED';

/** Derived: a work order with 1 / n contractors is ODS / ODSM. */
export function ticketType(ticket: ExistingTicket): TicketType {
  return ticket.missions.length > 1 ? 'MULTI_WORK_ORDER' : 'WORK_ORDER';
}

/** An ODSM shows only EN COURS or CLOS (manual, "Couleurs et statuts"). */
export function ticketStatus(ticket: ExistingTicket): TicketStatus {
  if (ticket.phase === 'closed') return 'CLOSED';
  const [only, ...others] = ticket.missions;
  return only && others.length === 0 ? only.status : 'IN_PROGRESS';
}

export function ticketColour(ticket: ExistingTicket): Colour {
  if (ticket.phase === 'closed') return 'RED';
  return ticket.missions.some((mission) => missionColour(mission) === 'BLUE') ? 'BLUE' : 'GREY';
}

/** Cents, all missions together. */
export function ticketAmount(ticket: ExistingTicket): number {
  return ticket.missions.reduce((sum, mission) => sum + amountOf(mission), 0);
}

/** When the sweep must look at this ticket next. */
export function nextDueAt(ticket: ExistingTicket): Date | undefined {
  if (ticket.phase === 'closed' || ticket.timers.length === 0) return undefined;
  return new Date(Math.min(...ticket.timers.map((timer) => timer.dueAt.getTime())));
}
