import type {
  Appointment,
  Correspondent,
  Note,
  TicketDetails,
  TicketDocument,
  Thread,
} from '../values/model.js';
import {
  amountOf,
  expectedVisit,
  foremost,
  isCounted,
  isQuote,
  isStuck,
  missionColour,
} from '../mission/mission.js';
import type { Colour, Mission, MissionStatus } from '../mission/mission.js';
import type { Timer } from '../mission/timer.js';

interface TicketBody {
  readonly details: TicketDetails;
  readonly missions: readonly Mission[];
  readonly documents: readonly TicketDocument[];
  readonly correspondents: readonly Correspondent[];
  /** The one with the newest message last. */
  readonly threads: readonly Thread[];
  /** Oldest first. */
  readonly notes: readonly Note[];
  readonly modifiedAt: Date;
}

/** "?": asked for, not yet validated by a manager. It has no missions. */
export interface PendingTicket extends TicketBody {
  readonly phase: 'pending';
}

/** The other end of "?". */
interface CancelledTicket extends TicketBody {
  readonly phase: 'cancelled';
  readonly cancelledAt: Date;
}

export interface RunningTicket extends TicketBody {
  readonly phase: 'open';
  readonly timers: readonly Timer[];
}

/** Has no timers: one alive on a closed ticket cannot be written down. */
export interface ClosedTicket extends TicketBody {
  readonly phase: 'closed';
  readonly closedAt: Date;
}

export type ExistingTicket = PendingTicket | CancelledTicket | RunningTicket | ClosedTicket;
/** A deleted ticket is "none" again: only its tombstone is left, and that is no state (`deletion.ts`). */
export type Ticket = { readonly phase: 'none' } | ExistingTicket;
export type Phase = Ticket['phase'];

export const NO_TICKET: Ticket = { phase: 'none' };

export type TicketType = 'WORK_ORDER' | 'MULTI_WORK_ORDER' | 'SINGLE_QUOTE' | 'MULTIPLE_QUOTE' | 'PRE_TICKET';
export type TicketStatus = MissionStatus | 'PENDING_VALIDATION' | 'CANCELLED' | 'IN_PROGRESS' | 'CLOSED';

/** Without those taken back ("annule et remplace"). */
export function countedMissions({ missions }: ExistingTicket): readonly Mission[] {
  return missions.filter(isCounted);
}

/** Derived: a work order with 1 / n contractors is ODS / ODSM, a quote DS / DM, not yet validated "?". */
export function ticketType(ticket: ExistingTicket): TicketType {
  if (ticket.phase === 'pending' || ticket.phase === 'cancelled') return 'PRE_TICKET';
  const counted = countedMissions(ticket);
  const several = counted.length > 1;
  if (counted.some(isQuote)) return several ? 'MULTIPLE_QUOTE' : 'SINGLE_QUOTE';
  return several ? 'MULTI_WORK_ORDER' : 'WORK_ORDER';
}

const STATUS_OF_PHASE = { pending: 'PENDING_VALIDATION', cancelled: 'CANCELLED', closed: 'CLOSED' } as const;

/** An ODSM shows only EN COURS or CLOS (manual, "Couleurs et statuts"); a DM, its foremost mission. */
export function ticketStatus(ticket: ExistingTicket): TicketStatus {
  if (ticket.phase !== 'open') return STATUS_OF_PHASE[ticket.phase];
  const shown = ticketType(ticket) === 'MULTI_WORK_ORDER' ? undefined : foremost(countedMissions(ticket));
  return shown?.status ?? 'IN_PROGRESS';
}

const COLOUR_OF_PHASE = { pending: 'BLUE', cancelled: 'RED', closed: 'RED' } as const;

/** A quote that is still waited for keeps a DM grey, also when another contractor declined. */
export function ticketColour(ticket: ExistingTicket): Colour {
  if (ticket.phase !== 'open') return COLOUR_OF_PHASE[ticket.phase];
  const counted = countedMissions(ticket);
  const shown = ticketType(ticket) === 'MULTIPLE_QUOTE' ? foremost(counted) : undefined;
  const mustAct = counted.some(
    (mission) => missionColour(mission) === 'BLUE' && (!shown || mission === shown || isStuck(mission)),
  );
  return mustAct || counted.some((mission) => hasQuestion(mission, ticket)) || requesterWaits(ticket)
    ? 'BLUE'
    : 'GREY';
}

/** The contractor wrote last: somebody of the agency must answer, whatever the step. */
function hasQuestion({ id }: Mission, { threads }: ExistingTicket): boolean {
  return threads.some(({ missionId, messages }) => missionId === id && messages.at(-1)?.received === true);
}

/** The requester wrote last, and not that all is well. */
function requesterWaits({ threads }: ExistingTicket): boolean {
  return threads.some(({ messages }) => {
    const last = messages.at(-1);
    return last?.received === true && last.actor.kind === 'REQUESTER' && last.repaired !== true;
  });
}

/** Somebody who is waited for cannot be written to. */
export function hasRefusedAddress(ticket: ExistingTicket): boolean {
  return ticket.phase === 'open' && countedMissions(ticket).some(({ refused = [] }) => refused.length > 0);
}

/** When people are expected; nobody is on a ticket that ended. */
export function expectedVisits(ticket: ExistingTicket): readonly Appointment[] {
  if (ticket.phase !== 'open') return [];
  return countedMissions(ticket).flatMap((mission) => expectedVisit(mission) ?? []);
}

/** A contractor or approver let all reminders pass. */
export const isLate = (ticket: ExistingTicket): boolean =>
  ticket.phase === 'open' && countedMissions(ticket).some(({ exhausted }) => exhausted);

/** Nothing of an ended ticket waits for anybody. */
export function colourOfMission(mission: Mission, { phase }: ExistingTicket): Colour {
  return phase === 'open' ? missionColour(mission) : 'RED';
}

/** Cents: on work orders all together; on quotes, which compete, that of the foremost. */
export function ticketAmount(ticket: ExistingTicket): number {
  const counted = countedMissions(ticket);
  const shown = ticketType(ticket) === 'MULTIPLE_QUOTE' ? foremost(counted) : undefined;
  return (shown ? [shown] : counted).reduce((sum, mission) => sum + amountOf(mission), 0);
}

/** When the sweep must look at this ticket next. */
export function nextDueAt(ticket: ExistingTicket): Date | undefined {
  if (ticket.phase !== 'open' || ticket.timers.length === 0) return undefined;
  return new Date(Math.min(...ticket.timers.map((timer) => timer.dueAt.getTime())));
}

/** When it ended, one way or the other. */
export function endedAt(ticket: ExistingTicket): Date | undefined {
  if (ticket.phase === 'closed') return ticket.closedAt;
  return ticket.phase === 'cancelled' ? ticket.cancelledAt : undefined;
}
