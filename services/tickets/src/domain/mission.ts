import type { Appointment, Person } from './model.js';

/** One contractor's part of a ticket (specification, "The model"). */
export const MISSION_STATUSES = [
  'WORK_ORDER_SENT',
  'WORK_ORDER_REFUSED',
  'WORK_ORDER_ACCEPTED',
  'PRESENCE_ASKED',
  'PRESENCE_CONFIRMED',
  'RUNNING_LATE',
  'ABSENT',
  'POSTPONEMENT_ASKED',
  'AWAITING_COMPLETION',
  'COMPLETION_RECEIVED',
  'INVOICE_REQUESTED',
  'INVOICE_RECEIVED',
  'NEW_INVOICE_REQUESTED',
] as const;

export type MissionStatus = (typeof MISSION_STATUSES)[number];

type UnplannedStatus = 'WORK_ORDER_SENT' | 'WORK_ORDER_REFUSED';
type InvoicedStatus = 'INVOICE_RECEIVED' | 'NEW_INVOICE_REQUESTED';
export type PlannedStatus = Exclude<MissionStatus, UnplannedStatus | InvoicedStatus>;

export interface Visit {
  readonly appointment: Appointment;
  /** From the answer "En retard"; 0 otherwise. */
  readonly lateMinutes: number;
}

interface MissionIdentity {
  readonly id: string;
  readonly contractor: Person;
  /** A reminder's maximum was reached in this status: the manager must act. */
  readonly exhausted: boolean;
}

type MissionStage =
  | { readonly status: UnplannedStatus }
  | { readonly status: PlannedStatus; readonly visit: Visit }
  // An imported mission kept its invoice, not its visit.
  | { readonly status: InvoicedStatus; readonly visit?: Visit; readonly amountCents: number };

export type Mission = MissionIdentity & MissionStage;

export function visitOf(mission: Mission): Visit | undefined {
  return 'visit' in mission ? mission.visit : undefined;
}

/** Cents: the invoice; 0 before it came. */
export function amountOf(mission: Mission): number {
  return 'amountCents' in mission ? mission.amountCents : 0;
}

export type Colour = 'GREY' | 'BLUE' | 'RED';

/** Grey: waiting for someone else. Blue: the manager must act. */
const MISSION_COLOURS: Readonly<Record<MissionStatus, Colour>> = {
  WORK_ORDER_SENT: 'GREY',
  WORK_ORDER_REFUSED: 'BLUE',
  WORK_ORDER_ACCEPTED: 'GREY',
  PRESENCE_ASKED: 'GREY',
  PRESENCE_CONFIRMED: 'GREY',
  RUNNING_LATE: 'GREY',
  ABSENT: 'BLUE',
  POSTPONEMENT_ASKED: 'BLUE',
  AWAITING_COMPLETION: 'GREY',
  COMPLETION_RECEIVED: 'BLUE',
  INVOICE_REQUESTED: 'GREY',
  INVOICE_RECEIVED: 'BLUE',
  NEW_INVOICE_REQUESTED: 'GREY',
};

export function missionColour(mission: Mission): Colour {
  return mission.exhausted ? 'BLUE' : MISSION_COLOURS[mission.status];
}

/** Not taken back: what a ticket's type, status and amount are derived from. */
export function isCounted(_mission: Mission): boolean {
  return true;
}

/** A quote is asked of this contractor, or was accepted. */
export function isQuote(_mission: Mission): boolean {
  return false;
}

/** The mission that matters most to the manager; a ticket with several quotes shows its status. */
export function foremost(missions: readonly Mission[]): Mission | undefined {
  return missions[0];
}
