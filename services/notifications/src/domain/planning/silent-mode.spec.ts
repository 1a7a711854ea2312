import { describe, expect, it } from '@jest/globals';
import { aFact, aTicket } from '../../testing/facts.builder.js';
import type { FactKind, FactOf, TicketFact, TicketFacts } from '../facts/facts.js';
import { planMessages } from './plan-messages.js';

/**
 * tickets.md, "Timers": "automatic sends to third parties are recorded 'non envoyé (mode silencieux)', manual sends and the
 * agency's own alerts go on". A manual send is a user's click on exactly this sending.
 */

type ActorKind = TicketFacts['actor']['kind'];

const silentTicket = (actor: ActorKind) =>
  aTicket({ silent: true, actor: { kind: actor, id: 'somebody', name: '' }, notifyReminders: true });

const silently = <K extends FactKind>(
  kind: K,
  actor: ActorKind,
  extras: Partial<Omit<FactOf<K>, 'kind' | 'ticket'>> = {},
): TicketFact => aFact(kind, { ...extras, ticket: silentTicket(actor) } as Partial<Omit<FactOf<K>, 'kind'>>);

/** "audience goes" or "audience kept", each once. */
const outcomes = (fact: TicketFact): string[] => [
  ...new Set(
    planMessages(fact).map(({ audience, start }) => `${audience} ${start === 'silenced' ? 'kept' : 'goes'}`),
  ),
];

/** What a user does, each row of the plan once; `staff` has no row here: it always goes. */
const BY_A_USER: { readonly [K in FactKind]: readonly string[] } = {
  // The opening: "à la validation, rien ne sera envoyé à l'intervenant ou au demandeur".
  TicketOpened: ['notified kept'],
  WorkOrderRequested: ['contractor kept', 'contact kept'],
  QuoteRequested: ['contractor kept'],
  PreTicketValidated: ['requester kept'],
  PreTicketCancelled: ['requester kept'],
  // Sendings as such.
  ApprovalRequested: ['correspondent goes', 'notified goes'],
  InvoiceRequested: ['contractor goes'],
  NewInvoiceRequested: ['contractor goes'],
  PresenceAsked: ['contractor goes'],
  CompletionAsked: ['contractor goes'],
  MessagePosted: ['contractor goes'],
  ThirdPartiesInformed: ['notified goes'],
  MissionReplaced: ['contractor goes', 'contact kept', 'notified kept'],
  // A signed copy is handed over (the example has one).
  QuoteAccepted: ['contractor goes', 'contact kept', 'notified kept'],
  // Decisions.
  QuoteRefused: ['contractor kept'],
  AppointmentValidated: ['contractor kept', 'contact kept', 'notified kept'],
  AppointmentPostponed: ['contractor kept', 'contact kept', 'notified kept'],
  AppointmentCancelled: ['contractor kept', 'contact kept', 'notified kept'],
  TicketClosed: ['contractor kept', 'contact kept', 'notified kept'],
  TicketReopened: ['contractor kept', 'contact kept', 'notified kept'],
  TicketDeleted: ['contractor kept', 'contact kept'],
  // Entered in a third party's place.
  WorkOrderAccepted: ['contractor kept', 'contact kept', 'notified kept'],
  PresenceAnswered: ['contact kept', 'notified kept'],
  CompletionReported: ['notified kept'],
  QuoteReceived: ['notified kept'],
  WorkOrderRefused: [],
  QuotePromised: [],
  QuoteRequestRefused: [],
  ApprovalAnswered: ['correspondent kept'],
  AppointmentProposed: [],
  InvoiceReceived: [],
  ReadingAcknowledged: [],
  MessageReceived: [],
  // Nobody's outside.
  ManagerChanged: [],
  SteppedBack: [],
  TicketUpdated: [],
  NoteAdded: [],
  ReachChanged: [],
  PreTicketReceived: ['requester kept'],
  RemindersExhausted: [],
  AddressRefused: [],
  // Only timers do these.
  ReminderSent: ['contractor kept', 'notified kept'],
  VisitReminded: ['contractor kept'],
};

describe('silent mode', () => {
  it.each(Object.entries(BY_A_USER))('decides on %s of a user', (kind, expected) => {
    const outside = outcomes(silently(kind as FactKind, 'user')).filter(
      (line) => !line.startsWith('manager'),
    );
    expect(outside).toEqual(expected);
  });

  it.each(Object.keys(BY_A_USER))('keeps back what %s would send by itself, but no alert', (kind) => {
    for (const actor of ['system', 'outsider'] as const) {
      for (const outcome of outcomes(silently(kind as FactKind, actor)))
        expect(outcome).toMatch(/^manager goes$|kept$/);
    }
  });

  it('lets "Contacter un autre intervenant" through, and tells nobody else', () => {
    expect(outcomes(silently('WorkOrderRequested', 'user', { anotherContractor: true }))).toEqual([
      'contractor goes',
      'contact kept',
      'manager goes',
    ]);
    expect(outcomes(silently('QuoteRequested', 'user', { anotherContractor: true }))).toEqual([
      'contractor goes',
      'manager goes',
    ]);
  });

  it('lets a quote through that is asked of who had a work order', () => {
    expect(outcomes(silently('QuoteRequested', 'user', { fromWorkOrder: true }))).toEqual([
      'contractor goes',
      'notified kept',
      'manager goes',
    ]);
  });

  it('keeps back the invoice request that a setting makes', () => {
    expect(outcomes(silently('InvoiceRequested', 'user', { automatic: true }))).toEqual(['contractor kept']);
  });

  it('keeps back an acceptance without a signed copy', () => {
    expect(outcomes(silently('QuoteAccepted', 'user', { signedCopy: undefined }))).toContain(
      'contractor kept',
    );
  });
});
