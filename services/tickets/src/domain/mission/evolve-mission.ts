import type { MissionEvent, RequestEvent } from './mission-events.js';
import { quoteOf, visitOf } from './mission.js';
import type { Mission, MissionStage, PlannedStatus, Quote, Visit } from './mission.js';
import type { PresenceAnswer } from '../values/model.js';
import type { Timer } from './timer.js';

/** Facts that make no new step. */
const WITHOUT_STEP = {
  ReminderSent: true,
  RemindersExhausted: true,
  VisitReminded: true,
  AddressRefused: true,
  ReadingAcknowledged: true,
  SteppedBack: true,
} as const satisfies Partial<Record<MissionEvent['type'], true>>;
type StepFreeType = keyof typeof WITHOUT_STEP;
type StepEvent = Exclude<MissionEvent, { type: StepFreeType }>;

export function missionOfRequest({ type, missionId, contractor }: RequestEvent): Mission {
  const begun = { id: missionId, contractor, past: [], exhausted: false };
  return type === 'QuoteRequested'
    ? { ...begun, kind: 'QUOTE', status: 'QUOTE_REQUESTED' }
    : { ...begun, kind: 'WORK_ORDER', status: 'WORK_ORDER_SENT' };
}

export const makesNoStep = (type: string): boolean => type in WITHOUT_STEP;

/** @param timers the mission's own, as they were before the fact */
export function evolveMission(mission: Mission, event: MissionEvent, timers: readonly Timer[]): Mission {
  if (event.type === 'ReminderSent' || event.type === 'VisitReminded') return mission;
  if (event.type === 'RemindersExhausted') return { ...mission, exhausted: true };
  if (event.type === 'AddressRefused')
    return { ...mission, refused: [...(mission.refused ?? []), ...event.addresses] };
  if (event.type === 'ReadingAcknowledged') return { ...mission, readAt: event.at };
  if (event.type === 'SteppedBack') return steppedBack(mission);
  return stepped(mission, event, timers);
}

function stepped(mission: Mission, event: StepEvent, timers: readonly Timer[]): Mission {
  const { id, contractor, readAt, past, ...stage } = mission;
  return {
    id,
    contractor,
    // A new request is read anew.
    readAt: event.type === 'QuoteRequested' ? undefined : readAt,
    past: event.continues ? past : [...past, { ...stage, timers }],
    ...stageAfter(mission, event),
  };
}

function steppedBack({ id, contractor, readAt, past }: Mission): Mission {
  const last = past.at(-1);
  if (!last) throw new Error(`mission ${id} has no step to go back to`);
  const { timers: _timers, ...stage } = last;
  return { id, contractor, readAt, past: past.slice(0, -1), ...stage };
}

const AFTER_PRESENCE: Readonly<Record<PresenceAnswer, PlannedStatus>> = {
  CONFIRMED: 'PRESENCE_CONFIRMED',
  LATE: 'RUNNING_LATE',
  ABSENT: 'ABSENT',
  POSTPONED: 'POSTPONEMENT_ASKED',
};

const QUOTE = { kind: 'QUOTE', exhausted: false } as const;

function stageAfter(mission: Mission, event: StepEvent): MissionStage {
  const same = { kind: mission.kind, exhausted: false };
  if (isOnSite(event)) return stageOnSite(mission, event, { ...same, quote: quoteOf(mission) });
  switch (event.type) {
    case 'WorkOrderAccepted':
      return { ...same, status: 'WORK_ORDER_ACCEPTED', visit: visitAt(event) };
    case 'WorkOrderRefused':
      return { ...same, status: 'WORK_ORDER_REFUSED' };
    case 'QuoteRequested':
      return { ...QUOTE, status: 'QUOTE_REQUESTED' };
    case 'QuotePromised':
      return { ...QUOTE, status: 'QUOTE_PROMISED' };
    case 'QuoteRequestRefused':
      return { ...QUOTE, status: 'QUOTE_REQUEST_REFUSED' };
    case 'QuoteReceived': {
      const { amountCents, quotes: documents, comment } = event;
      return { ...QUOTE, status: 'QUOTE_RECEIVED', quote: { amountCents, documents, comment } };
    }
    case 'ApprovalRequested': {
      const { correspondent, at: askedAt } = event;
      const approval = { correspondentId: correspondent.id, askedAt, approved: false, comment: '' };
      return { ...QUOTE, status: 'QUOTE_AWAITING_APPROVAL', quote: { ...quoted(mission), approval } };
    }
    case 'ApprovalAnswered': {
      const { approved, comment, correspondent, at: answeredAt } = event;
      const quote = quoted(mission);
      const request = quote.approval ?? { correspondentId: correspondent.id, askedAt: answeredAt };
      const approval = { ...request, approved, comment, answeredAt };
      const status = approved ? 'QUOTE_APPROVED' : 'QUOTE_REJECTED';
      return { ...QUOTE, status, quote: { ...quote, approval } };
    }
    case 'QuoteAccepted':
      return { ...QUOTE, status: 'QUOTE_ACCEPTED', quote: quoted(mission) };
    case 'QuoteRefused':
      return { ...QUOTE, status: 'QUOTE_REFUSED', quote: quoteOf(mission) };
    case 'MissionReplaced':
      return { ...same, status: 'REPLACED', quote: quoteOf(mission), visit: visitOf(mission) };
    case 'AppointmentProposed':
      return { ...QUOTE, status: 'APPOINTMENT_PROPOSED', quote: quoted(mission), visit: visitAt(event) };
    case 'AppointmentValidated':
      return { ...QUOTE, status: 'APPOINTMENT_VALIDATED', quote: quoted(mission), visit: planned(mission) };
    case 'AppointmentPostponed':
    case 'AppointmentCancelled':
      return { ...QUOTE, status: 'QUOTE_ACCEPTED', quote: quoted(mission) };
  }
}

const ON_SITE = [
  'PresenceAsked',
  'PresenceAnswered',
  'CompletionAsked',
  'CompletionReported',
  'InvoiceRequested',
  'InvoiceReceived',
  'NewInvoiceRequested',
] as const satisfies readonly StepEvent['type'][];

type VisitEvent = Extract<StepEvent, { type: (typeof ON_SITE)[number] }>;

function isOnSite(event: StepEvent): event is VisitEvent {
  return (ON_SITE as readonly string[]).includes(event.type);
}

/** From here on, work orders and quotes go the same way. */
function stageOnSite(
  mission: Mission,
  event: VisitEvent,
  same: Pick<MissionStage, 'kind' | 'exhausted'> & { readonly quote?: Quote },
): MissionStage {
  switch (event.type) {
    case 'PresenceAsked':
      return { ...same, status: 'PRESENCE_ASKED', visit: planned(mission) };
    case 'PresenceAnswered': {
      const visit = { ...planned(mission), lateMinutes: event.lateMinutes };
      return { ...same, status: AFTER_PRESENCE[event.answer], visit };
    }
    case 'CompletionAsked':
      return { ...same, status: 'AWAITING_COMPLETION', visit: planned(mission) };
    case 'CompletionReported':
      return { ...same, status: 'COMPLETION_RECEIVED', visit: planned(mission) };
    case 'InvoiceRequested':
      return { ...same, status: 'INVOICE_REQUESTED', visit: planned(mission) };
    case 'InvoiceReceived': {
      const { amountCents } = event;
      return { ...same, status: 'INVOICE_RECEIVED', visit: visitOf(mission), amountCents };
    }
    case 'NewInvoiceRequested': {
      // The refused invoice's amount stays shown until the new one comes.
      const amountCents = 'amountCents' in mission ? mission.amountCents : 0;
      return { ...same, status: 'NEW_INVOICE_REQUESTED', visit: visitOf(mission), amountCents };
    }
  }
}

function visitAt({ appointment }: { readonly appointment: Visit['appointment'] }): Visit {
  return { appointment, lateMinutes: 0 };
}

function planned(mission: Mission): Visit {
  const visit = visitOf(mission);
  if (!visit) throw new Error(`mission ${mission.id} has no appointment in ${mission.status}`);
  return visit;
}

function quoted(mission: Mission): Quote {
  const quote = quoteOf(mission);
  if (!quote) throw new Error(`mission ${mission.id} has no quote in ${mission.status}`);
  return quote;
}
