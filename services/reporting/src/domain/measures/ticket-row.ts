/** What is measured of one ticket: its facts, folded. Pure; milliseconds in, milliseconds out. */
import type { Fact, FactType, TicketFacts } from './fact.js';

export interface MissionRow {
  readonly id: string;
  readonly contractorId: string;
  readonly contractorName: string;
  /** Replaced by another contractor. */
  readonly replaced: boolean;
  /** The request, for work or for a quote. */
  readonly askedAt?: number;
  /** Accepted, refused, promised, or the quote itself. */
  readonly answeredAt?: number;
  readonly quoteAskedAt?: number;
  readonly quoteReceivedAt?: number;
  readonly quoteDecidedAt?: number;
  readonly quoteAccepted: boolean;
  readonly quotedCents: number;
  readonly reminders: number;
  readonly exhausted: boolean;
  readonly presences: readonly string[];
  readonly visits: number;
  readonly visitAt?: number;
  readonly completedAt?: number;
  readonly invoicedCents: number;
  readonly invoiced: boolean;
}

export interface Span {
  readonly from: number;
  readonly until?: number;
}

export interface TicketRow {
  readonly agencyId: string;
  readonly ticketId: string;
  readonly version: number;
  readonly number: number;
  readonly type: string;
  readonly module: string;
  readonly subject: string;
  readonly status: string;
  readonly buildingId: string;
  readonly unitId: string;
  readonly placeLabel: string;
  readonly placeReference: string;
  readonly managerId: string;
  readonly managerName: string;
  readonly urgent: boolean;
  readonly silent: boolean;
  readonly source: string;
  readonly staffIds: readonly string[];
  readonly requestedAt: number;
  readonly closedAt?: number;
  readonly cancelled: boolean;
  readonly imported: boolean;
  readonly firstActionAt?: number;
  readonly reopenings: readonly number[];
  /** While a client or a vote was waited for. */
  readonly waits: readonly Span[];
  readonly missions: readonly MissionRow[];
}

/** Which fact had led to the status that is gone back from: it is as if it had never been. */
const LED_TO: Readonly<Record<string, readonly FactType[]>> = {
  WORK_ORDER_ACCEPTED: ['WorkOrderAccepted'],
  WORK_ORDER_REFUSED: ['WorkOrderRefused'],
  QUOTE_PROMISED: ['QuotePromised'],
  QUOTE_REQUEST_REFUSED: ['QuoteRequestRefused'],
  QUOTE_RECEIVED: ['QuoteReceived'],
  QUOTE_AWAITING_APPROVAL: ['ApprovalRequested'],
  QUOTE_APPROVED: ['ApprovalAnswered'],
  QUOTE_REJECTED: ['ApprovalAnswered'],
  QUOTE_ACCEPTED: ['QuoteAccepted'],
  QUOTE_REFUSED: ['QuoteRefused'],
  APPOINTMENT_PROPOSED: ['AppointmentProposed'],
  APPOINTMENT_VALIDATED: ['AppointmentValidated'],
  PRESENCE_CONFIRMED: ['PresenceAnswered'],
  RUNNING_LATE: ['PresenceAnswered'],
  ABSENT: ['PresenceAnswered'],
  POSTPONEMENT_ASKED: ['PresenceAnswered'],
  COMPLETION_RECEIVED: ['CompletionReported'],
  INVOICE_RECEIVED: ['InvoiceReceived'],
};

/** Facts by which somebody is written to, or written back to. */
const SENDINGS: ReadonlySet<FactType> = new Set(['WorkOrderRequested', 'QuoteRequested']);
const THERE: ReadonlySet<string> = new Set(['CONFIRMED', 'LATE']);

export function toRow({ agencyId, ticketId, head, facts }: TicketFacts): TicketRow {
  const standing = withoutTakenBack(facts);
  const imported = facts.find(({ type }) => type === 'TicketImported');
  const first = facts[0]?.at ?? 0;
  const firstAction = facts.find(({ byUser, type }) => byUser || SENDINGS.has(type));
  return {
    agencyId,
    ticketId,
    ...head,
    requestedAt: head.requestedAt ?? imported?.openedAt ?? first,
    closedAt: closingOf(facts),
    cancelled: head.status === 'CANCELLED',
    imported: imported !== undefined,
    firstActionAt: imported ? undefined : firstAction?.at,
    reopenings: facts.filter(({ type }) => type === 'TicketReopened').map(({ at }) => at),
    waits: waitsOf(standing),
    missions: missionsOf(standing),
  };
}

/** A step that was gone back on counts once: as it was done in the end. */
function withoutTakenBack(facts: readonly Fact[]): Fact[] {
  const standing: Fact[] = [];
  for (const fact of facts) {
    if (fact.type !== 'SteppedBack') standing.push(fact);
    const undone = fact.type === 'SteppedBack' ? (LED_TO[fact.from ?? ''] ?? []) : [];
    const at = standing.findLastIndex(
      ({ type, missionId }) => missionId === fact.missionId && undone.includes(type),
    );
    if (at >= 0) standing.splice(at, 1);
  }
  return standing;
}

/** None while it is open again. */
function closingOf(facts: readonly Fact[]): number | undefined {
  const last = facts.findLast(
    ({ type }) => type === 'TicketClosed' || type === 'TicketReopened' || type === 'TicketImported',
  );
  return last?.type === 'TicketReopened' ? undefined : (last?.closedAt ?? last?.at);
}

/** From each request for approval to its answer. */
function waitsOf(facts: readonly Fact[]): Span[] {
  return facts
    .filter(({ type }) => type === 'ApprovalRequested')
    .map(({ at, missionId, version }) => ({
      from: at,
      until: facts.find(
        (later) => later.version > version && later.missionId === missionId && ENDS_A_WAIT.has(later.type),
      )?.at,
    }));
}

const ENDS_A_WAIT: ReadonlySet<FactType> = new Set(['ApprovalAnswered', 'QuoteAccepted', 'QuoteRefused']);

function missionsOf(facts: readonly Fact[]): MissionRow[] {
  const byMission = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (!fact.missionId) continue;
    const own = byMission.get(fact.missionId);
    if (own) own.push(fact);
    else byMission.set(fact.missionId, [fact]);
  }
  return [...byMission].map(([id, own]) => toMission(id, own));
}

function toMission(id: string, facts: readonly Fact[]): MissionRow {
  const at = (...types: FactType[]) => facts.find(({ type }) => types.includes(type))?.at;
  const last = (type: FactType) => facts.findLast((fact) => fact.type === type);
  const contractor = facts.findLast((fact) => fact.contractor)?.contractor;
  const received = last('QuoteReceived');
  const accepted = last('QuoteAccepted');
  const invoice = last('InvoiceReceived') ?? last('TicketImported');
  const presences = facts.flatMap(({ presence }) => presence ?? []);
  const completed = last('CompletionReported')?.at;
  const expected = facts.findLast(({ visitAt }) => visitAt !== undefined)?.visitAt;
  const seen = facts.find(({ presence }) => THERE.has(presence ?? ''))?.at;
  return {
    id,
    contractorId: contractor?.id ?? '',
    contractorName: contractor?.name ?? '',
    replaced: last('MissionReplaced') !== undefined,
    askedAt: at('WorkOrderRequested', 'QuoteRequested'),
    answeredAt: at(
      'WorkOrderAccepted',
      'WorkOrderRefused',
      'QuotePromised',
      'QuoteRequestRefused',
      'QuoteReceived',
    ),
    quoteAskedAt: at('QuoteRequested'),
    quoteReceivedAt: received?.at,
    quoteDecidedAt: at('QuoteAccepted', 'QuoteRefused'),
    quoteAccepted: accepted !== undefined,
    quotedCents: accepted?.amountCents || received?.amountCents || 0,
    reminders: facts.filter(({ type }) => type === 'ReminderSent').length,
    exhausted: last('RemindersExhausted') !== undefined,
    presences,
    visits: visitsOf(facts),
    visitAt: visitOf(seen, expected, completed),
    completedAt: completed,
    invoicedCents: invoice?.amountCents ?? 0,
    invoiced: (invoice?.amountCents ?? 0) > 0,
  };
}

/** An appointment that follows a visit is another visit. */
function visitsOf(facts: readonly Fact[]): number {
  let visits = 0;
  let isOver = true;
  for (const { type, presence, visitAt } of facts) {
    const there = type === 'CompletionReported' || THERE.has(presence ?? '');
    if (there && isOver) visits += 1;
    if (there) isOver = false;
    else if (visitAt !== undefined && type !== 'PresenceAnswered') isOver = true;
  }
  return visits;
}

function visitOf(
  seen: number | undefined,
  expected: number | undefined,
  completed: number | undefined,
): number | undefined {
  if (seen !== undefined) return seen;
  return completed !== undefined && expected !== undefined && expected < completed ? expected : completed;
}
