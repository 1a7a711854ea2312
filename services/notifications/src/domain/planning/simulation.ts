import type {
  Correspondent,
  Document,
  MissionFacts,
  ReminderKind,
  TicketFact,
  TicketFacts,
} from '../facts/facts.js';

/** A reminder that its timer will send unless somebody answers before. */
export type ExpectedReminder =
  | {
      readonly kind: ReminderKind;
      readonly missionId: string;
      readonly correspondent?: Correspondent;
      readonly at: Date;
      readonly count: number;
      readonly maximum: number;
    }
  | { readonly kind: 'visit' | 'presence' | 'completion'; readonly missionId: string; readonly at: Date };

/** A ticket that is about to be created or validated. */
export interface Opening {
  readonly at: Date;
  readonly quote: boolean;
  readonly documents: readonly Document[];
  readonly readReceipt: boolean;
  /** It was a pre-ticket, whose requester is told. */
  readonly preTicket: boolean;
}

export interface FutureFact {
  readonly at: Date;
  readonly fact: TicketFact;
  /** Only if nobody acts before. */
  readonly reminder: boolean;
}

function opening(ticket: TicketFacts, missions: readonly MissionFacts[], opened: Opening): FutureFact[] {
  const { at, quote, documents, readReceipt, preTicket } = opened;
  const first = (mission: MissionFacts): TicketFact =>
    quote
      ? {
          kind: 'QuoteRequested',
          ticket,
          mission,
          documents,
          readReceipt,
          fromWorkOrder: false,
          anotherContractor: false,
          comment: '',
        }
      : {
          kind: 'WorkOrderRequested',
          ticket,
          mission,
          documents,
          readReceipt,
          anotherContractor: false,
        };
  const validated: TicketFact[] = preTicket ? [{ kind: 'PreTicketValidated', ticket }] : [];
  const facts: TicketFact[] = [...validated, { kind: 'TicketOpened', ticket }, ...missions.map(first)];
  return facts.map((fact) => ({ at, fact, reminder: false }));
}

function reminding(ticket: TicketFacts, mission: MissionFacts, expected: ExpectedReminder): TicketFact {
  switch (expected.kind) {
    case 'visit':
      return { kind: 'VisitReminded', ticket, mission };
    case 'presence':
      return { kind: 'PresenceAsked', ticket, mission };
    case 'completion':
      return { kind: 'CompletionAsked', ticket, mission };
    case 'work-order':
    case 'quote':
    case 'invoice':
    case 'approval':
    case 'appointment':
    case 'end': {
      const { kind, count, maximum, correspondent } = expected;
      return { kind: 'ReminderSent', ticket, mission, reminder: kind, count, maximum, correspondent };
    }
    default:
      return expected satisfies never;
  }
}

/** Everything that will happen by itself to a ticket if nobody answers, by time. */
export function futureFacts(
  ticket: TicketFacts,
  missions: readonly MissionFacts[],
  reminders: readonly ExpectedReminder[],
  opened?: Opening,
): readonly FutureFact[] {
  // Timers act in nobody's name.
  const later: TicketFacts = { ...ticket, actor: { kind: 'system', id: '', name: '' } };
  const expected = reminders.flatMap((reminder): FutureFact[] => {
    const mission = missions.find(({ id }) => id === reminder.missionId);
    return mission ? [{ at: reminder.at, fact: reminding(later, mission, reminder), reminder: true }] : [];
  });
  const now = opened ? opening(ticket, missions, opened) : [];
  return [...now, ...expected].sort((one, other) => one.at.getTime() - other.at.getTime());
}
