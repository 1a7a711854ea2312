import type { Appointment, DocumentRef, Person } from '../values/model.js';
import { same } from '../values/same.js';
import type { Timer } from './timer.js';

/** One contractor's part of a ticket (specification, "The model"). */
export const MISSION_STATUSES = [
  'WORK_ORDER_SENT',
  'WORK_ORDER_REFUSED',
  'WORK_ORDER_ACCEPTED',
  'QUOTE_REQUESTED',
  'QUOTE_REQUEST_REFUSED',
  'QUOTE_PROMISED',
  'QUOTE_RECEIVED',
  'QUOTE_AWAITING_APPROVAL',
  'QUOTE_APPROVED',
  'QUOTE_REJECTED',
  'QUOTE_ACCEPTED',
  'QUOTE_REFUSED',
  'APPOINTMENT_PROPOSED',
  'APPOINTMENT_VALIDATED',
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
  'REPLACED',
] as const;

export type MissionStatus = (typeof MISSION_STATUSES)[number];

/** What the contractor was asked for; both come to visits and invoices. */
export type MissionKind = 'WORK_ORDER' | 'QUOTE';

export interface Visit {
  readonly appointment: Appointment;
  /** From the answer "En retard"; 0 otherwise. */
  readonly lateMinutes: number;
}

/** The last one asked for; a new quote needs a new one. */
export interface Approval {
  /** Who decides. */
  readonly correspondentId: string;
  readonly askedAt: Date;
  readonly answeredAt?: Date;
  readonly approved: boolean;
  readonly comment: string;
}

export interface Quote {
  readonly amountCents: number;
  readonly documents: readonly DocumentRef[];
  readonly comment: string;
  readonly approval?: Approval;
}

type UnansweredStatus = 'WORK_ORDER_SENT' | 'WORK_ORDER_REFUSED';
type UnquotedStatus = 'QUOTE_REQUESTED' | 'QUOTE_REQUEST_REFUSED' | 'QUOTE_PROMISED';
type QuotedStatus =
  'QUOTE_RECEIVED' | 'QUOTE_AWAITING_APPROVAL' | 'QUOTE_APPROVED' | 'QUOTE_REJECTED' | 'QUOTE_ACCEPTED';
type AppointmentStatus = 'APPOINTMENT_PROPOSED' | 'APPOINTMENT_VALIDATED';
type InvoicedStatus = 'INVOICE_RECEIVED' | 'NEW_INVOICE_REQUESTED';
type TakenBackStatus = 'QUOTE_REFUSED' | 'REPLACED';
/** With a visit, of a work order or of an accepted quote. */
export type PlannedStatus = Exclude<
  MissionStatus,
  UnansweredStatus | UnquotedStatus | QuotedStatus | AppointmentStatus | InvoicedStatus | TakenBackStatus
>;

/** All that a step changes, and stepping back restores. */
export type MissionStage = {
  readonly kind: MissionKind;
  /** A reminder's maximum was reached in this status: the manager must act. */
  readonly exhausted: boolean;
  /** Addresses of who is waited for that cannot be written to: the manager must act. */
  readonly refused?: readonly string[];
} & (
  | { readonly status: UnansweredStatus | UnquotedStatus }
  | { readonly status: QuotedStatus; readonly quote: Quote }
  | { readonly status: AppointmentStatus; readonly quote: Quote; readonly visit: Visit }
  | { readonly status: PlannedStatus; readonly visit: Visit; readonly quote?: Quote }
  // An imported mission kept its invoice, not its visit.
  | {
      readonly status: InvoicedStatus;
      readonly visit?: Visit;
      readonly quote?: Quote;
      readonly amountCents: number;
    }
  // It keeps what it had come to.
  | { readonly status: TakenBackStatus; readonly visit?: Visit; readonly quote?: Quote }
);

/** A stage that the mission has left, with the timers it had. */
export type PastStage = MissionStage & { readonly timers: readonly Timer[] };

interface MissionIdentity {
  readonly id: string;
  readonly contractor: Person;
  /** When the contractor acknowledged the present request. */
  readonly readAt?: Date;
  /** Oldest first. */
  readonly past: readonly PastStage[];
}

export type Mission = MissionIdentity & MissionStage;

export function visitOf(mission: MissionStage): Visit | undefined {
  return 'visit' in mission ? mission.visit : undefined;
}

/** While the visit is agreed on, and not over. */
const EXPECTED: readonly MissionStatus[] = [
  'WORK_ORDER_ACCEPTED',
  'APPOINTMENT_VALIDATED',
  'PRESENCE_ASKED',
  'PRESENCE_CONFIRMED',
  'RUNNING_LATE',
  'AWAITING_COMPLETION',
];

export function isVisitExpected(stage: MissionStage): boolean {
  return EXPECTED.includes(stage.status) && visitOf(stage) !== undefined;
}

export function expectedVisit(stage: MissionStage): Appointment | undefined {
  return isVisitExpected(stage) ? visitOf(stage)?.appointment : undefined;
}

const NOTHING_LEFT: ReadonlySet<MissionStatus> = new Set<MissionStatus>([
  'WORK_ORDER_REFUSED',
  'QUOTE_REQUEST_REFUSED',
  'QUOTE_REFUSED',
  'COMPLETION_RECEIVED',
  'INVOICE_REQUESTED',
  'INVOICE_RECEIVED',
  'NEW_INVOICE_REQUESTED',
  'REPLACED',
]);

const DONE: ReadonlySet<MissionStatus> = new Set<MissionStatus>([
  'COMPLETION_RECEIVED',
  'INVOICE_REQUESTED',
  'INVOICE_RECEIVED',
  'NEW_INVOICE_REQUESTED',
]);

/** The work was reported as done. */
export const isDone = ({ status }: MissionStage): boolean => DONE.has(status);

/** There is nothing left to do on site: the work is done, or it is not the contractor's. */
export function hasNothingLeft({ status }: MissionStage): boolean {
  return NOTHING_LEFT.has(status);
}

/** What people have in their calendars and must strike out, once `before` has given way. */
export function droppedAppointment(before: MissionStage, after?: MissionStage): Appointment | undefined {
  const expected = expectedVisit(before);
  return same(expected, after && expectedVisit(after)) ? undefined : expected;
}

export function quoteOf(mission: MissionStage): Quote | undefined {
  return 'quote' in mission ? mission.quote : undefined;
}

/** Cents: the invoice, else the quote; 0 before either came. */
export function amountOf(mission: Mission): number {
  return 'amountCents' in mission ? mission.amountCents : (quoteOf(mission)?.amountCents ?? 0);
}

export type Colour = 'GREY' | 'BLUE' | 'RED';

/** Grey: waiting for someone else. Blue: the manager must act. */
const MISSION_COLOURS: Readonly<Record<MissionStatus, Colour>> = {
  WORK_ORDER_SENT: 'GREY',
  WORK_ORDER_REFUSED: 'BLUE',
  WORK_ORDER_ACCEPTED: 'GREY',
  QUOTE_REQUESTED: 'GREY',
  QUOTE_REQUEST_REFUSED: 'BLUE',
  QUOTE_PROMISED: 'GREY',
  QUOTE_RECEIVED: 'BLUE',
  QUOTE_AWAITING_APPROVAL: 'GREY',
  QUOTE_APPROVED: 'BLUE',
  QUOTE_REJECTED: 'BLUE',
  QUOTE_ACCEPTED: 'GREY',
  QUOTE_REFUSED: 'BLUE',
  APPOINTMENT_PROPOSED: 'BLUE',
  APPOINTMENT_VALIDATED: 'GREY',
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
  // Another one has its place.
  REPLACED: 'GREY',
};

export function missionColour(mission: Mission): Colour {
  return isStuck(mission) ? 'BLUE' : MISSION_COLOURS[mission.status];
}

/** Whoever is waited for, nothing comes any more unless the manager acts. */
export function isStuck({ exhausted, refused = [] }: MissionStage): boolean {
  return exhausted || refused.length > 0;
}

/** Not taken back: what a ticket's type, status and amount are derived from. */
export function isCounted({ status }: MissionStage): boolean {
  return status !== 'REPLACED';
}

/** A quote is asked of this contractor, or was accepted. */
export function isQuote({ kind }: MissionStage): boolean {
  return kind === 'QUOTE';
}

/**
 * What a multiple quote shows while none is accepted: first what the manager can decide, then what is waited for,
 * then what came to nothing.
 */
const UNDECIDED: readonly MissionStatus[] = [
  'QUOTE_APPROVED',
  'QUOTE_RECEIVED',
  'QUOTE_REJECTED',
  'QUOTE_AWAITING_APPROVAL',
  'QUOTE_PROMISED',
  'QUOTE_REQUESTED',
  'QUOTE_REQUEST_REFUSED',
  'QUOTE_REFUSED',
];

/** The quote was accepted, and is being carried out or done. */
export function isAccepted(stage: MissionStage): boolean {
  return isQuote(stage) && isCounted(stage) && !UNDECIDED.includes(stage.status);
}

/** The mission that matters most to the manager; a ticket with several quotes shows its status. */
export function foremost(missions: readonly Mission[]): Mission | undefined {
  // An accepted one is not in the list: its rank is -1.
  const rank = ({ status }: Mission): number => UNDECIDED.indexOf(status);
  return missions.reduce<Mission | undefined>(
    (first, mission) => (first && rank(first) <= rank(mission) ? first : mission),
    undefined,
  );
}
