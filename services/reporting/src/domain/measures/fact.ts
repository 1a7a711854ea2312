/** What the read model keeps of an event. Moments are milliseconds since 1970. */

export type FactType =
  | 'PreTicketReceived'
  | 'PreTicketValidated'
  | 'PreTicketCancelled'
  | 'TicketOpened'
  | 'TicketImported'
  | 'WorkOrderRequested'
  | 'WorkOrderAccepted'
  | 'WorkOrderRefused'
  | 'ReminderSent'
  | 'RemindersExhausted'
  | 'PresenceAnswered'
  | 'CompletionReported'
  | 'InvoiceReceived'
  | 'TicketClosed'
  | 'TicketReopened'
  | 'QuoteRequested'
  | 'QuotePromised'
  | 'QuoteRequestRefused'
  | 'QuoteReceived'
  | 'ApprovalRequested'
  | 'ApprovalAnswered'
  | 'QuoteAccepted'
  | 'QuoteRefused'
  | 'MissionReplaced'
  | 'AppointmentProposed'
  | 'AppointmentValidated'
  | 'SteppedBack'
  /** Anything else that somebody of the agency did. */
  | 'Touched';

export interface Fact {
  /** Of the event. */
  readonly id: string;
  /** The ticket's, after the event. */
  readonly version: number;
  readonly at: number;
  readonly type: FactType;
  /** Somebody of the agency did it. */
  readonly byUser?: boolean;
  readonly missionId?: string;
  readonly contractor?: { readonly id: string; readonly name: string };
  readonly amountCents?: number;
  /** CONFIRMED, LATE, ABSENT or POSTPONED. */
  readonly presence?: string;
  readonly approved?: boolean;
  /** Of "SteppedBack": the status that the mission went back from. */
  readonly from?: string;
  /** When the contractor is expected. */
  readonly visitAt?: number;
  readonly openedAt?: number;
  readonly closedAt?: number;
  readonly reason?: string;
}

/** What every event says of its ticket; the one of the highest version holds. */
export interface TicketHead {
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
  readonly requestedAt?: number;
}

/** All that is known of a ticket. */
export interface TicketFacts {
  readonly agencyId: string;
  readonly ticketId: string;
  readonly head: TicketHead;
  readonly facts: readonly Fact[];
}

/** Above this, a ticket's oldest reminders and touches are no longer kept: its document stays bounded. */
export const MOST_FACTS = 600;

const WEIGHTLESS: ReadonlySet<FactType> = new Set(['Touched', 'ReminderSent']);

/** The same facts in whatever order and however often they come give the same value. */
export function learn(known: TicketFacts | undefined, head: TicketHead, fact: Fact, ids: Ids): TicketFacts {
  if (known?.facts.some(({ id }) => id === fact.id)) return known;
  const facts = [...(known?.facts ?? []), fact].sort(byMoment);
  return {
    ...ids,
    head: known && known.head.version > head.version ? known.head : withSource(head, known?.head),
    facts: facts.length > MOST_FACTS ? withoutOne(facts) : facts,
  };
}

interface Ids {
  readonly agencyId: string;
  readonly ticketId: string;
}

/** Facts of older releases do not say where the request came from. */
function withSource(head: TicketHead, known: TicketHead | undefined): TicketHead {
  return {
    ...head,
    source: head.source === 'UNSPECIFIED' ? (known?.source ?? head.source) : head.source,
    requestedAt: head.requestedAt ?? known?.requestedAt,
  };
}

function byMoment(a: Fact, b: Fact): number {
  return a.version - b.version || a.at - b.at || (a.id < b.id ? -1 : 1);
}

function withoutOne(facts: readonly Fact[]): Fact[] {
  const at = facts.findIndex(({ type }) => WEIGHTLESS.has(type));
  return facts.filter((_, index) => index !== Math.max(at, 0));
}
