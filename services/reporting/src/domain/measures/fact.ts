import { STRUCK_OUT } from '@intervia/rules';

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

/** Somebody was struck out of an ended ticket. */
export interface Struck {
  readonly version: number;
  /** As it was left. */
  readonly subject: string;
  /** Whose contractor has no name any more. */
  readonly missionIds: readonly string[];
}

/** All that is known of a ticket. */
export interface TicketFacts {
  readonly agencyId: string;
  readonly ticketId: string;
  readonly head: TicketHead;
  readonly facts: readonly Fact[];
  /** The newest; what was learnt before it, and comes late, is struck as well. */
  readonly struck?: Struck;
}

/** Above this, a ticket's oldest reminders and touches are no longer kept: its document stays bounded. */
export const MOST_FACTS = 600;

const WEIGHTLESS: ReadonlySet<FactType> = new Set(['Touched', 'ReminderSent']);

/** The same facts in whatever order and however often they come give the same value. */
export function learn(known: TicketFacts | undefined, head: TicketHead, fact: Fact, ids: Ids): TicketFacts {
  if (known?.facts.some(({ id }) => id === fact.id)) return known;
  const facts = [...(known?.facts ?? []), fact].sort(byMoment);
  return withoutStruck({
    ...ids,
    head: known && known.head.version > head.version ? known.head : withSource(head, known?.head),
    facts: facts.length > MOST_FACTS ? withoutOne(facts) : facts,
    ...(known?.struck && { struck: known.struck }),
  });
}

/** Of several that were struck out, each keeps its missions. */
export function strikeOut(known: TicketFacts, struck: Struck): TicketFacts {
  const { version = 0, subject = '', missionIds = [] } = known.struck ?? {};
  const newest = version > struck.version ? { version, subject } : struck;
  return withoutStruck({
    ...known,
    struck: { ...newest, missionIds: [...new Set([...missionIds, ...struck.missionIds])] },
  });
}

/** Contractors keep their id, so that each still counts as one. */
function withoutStruck(known: TicketFacts): TicketFacts {
  const { struck, head, facts } = known;
  if (!struck) return known;
  const isStruck = new Set(struck.missionIds);
  const isOlder = head.version <= struck.version && struck.subject !== '';
  return {
    ...known,
    head: isOlder ? { ...head, subject: struck.subject } : head,
    facts: facts.map((fact) =>
      fact.contractor && isStruck.has(fact.missionId ?? '')
        ? { ...fact, contractor: { ...fact.contractor, name: STRUCK_OUT } }
        : fact,
    ),
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
