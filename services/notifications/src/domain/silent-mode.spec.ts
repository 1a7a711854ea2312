import { describe, expect, it } from '@jest/globals';
import { aFact, aTicket } from '../testing/facts.builder.js';
import type { FactKind, FactOf, TicketFact, TicketFacts } from './facts.js';
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
  'ticket-opened': ['notified kept'],
  'work-order-requested': ['contractor kept', 'contact kept'],
  'quote-requested': ['contractor kept'],
  'pre-ticket-validated': ['requester kept'],
  'pre-ticket-cancelled': ['requester kept'],
  // Sendings as such.
  'approval-requested': ['correspondent goes', 'notified goes'],
  'invoice-requested': ['contractor goes'],
  'new-invoice-requested': ['contractor goes'],
  'presence-asked': ['contractor goes'],
  'completion-asked': ['contractor goes'],
  'message-posted': ['contractor goes'],
  'third-parties-informed': ['notified goes'],
  'mission-replaced': ['contractor goes', 'contact kept', 'notified kept'],
  // A signed copy is handed over (the example has one).
  'quote-accepted': ['contractor goes', 'contact kept', 'notified kept'],
  // Decisions.
  'quote-refused': ['contractor kept'],
  'appointment-validated': ['contractor kept', 'contact kept', 'notified kept'],
  'appointment-postponed': ['contractor kept', 'contact kept', 'notified kept'],
  'appointment-cancelled': ['contractor kept', 'contact kept', 'notified kept'],
  'ticket-closed': ['contractor kept', 'notified kept'],
  'ticket-reopened': ['notified kept'],
  // Entered in a third party's place.
  'work-order-accepted': ['notified kept'],
  'presence-answered': ['notified kept'],
  'completion-reported': ['notified kept'],
  'quote-received': ['notified kept'],
  'work-order-refused': [],
  'quote-promised': [],
  'quote-request-refused': [],
  'approval-answered': [],
  'appointment-proposed': [],
  'invoice-received': [],
  'reading-acknowledged': [],
  'message-received': [],
  // Nobody's outside.
  'manager-changed': [],
  'stepped-back': [],
  'ticket-updated': [],
  'note-added': [],
  'reach-changed': [],
  'pre-ticket-received': [],
  'reminders-exhausted': [],
  // Only timers do these.
  'reminder-sent': ['contractor kept', 'notified kept'],
  'visit-reminded': ['contractor kept'],
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
    expect(outcomes(silently('work-order-requested', 'user', { anotherContractor: true }))).toEqual([
      'contractor goes',
      'contact kept',
      'manager goes',
    ]);
    expect(outcomes(silently('quote-requested', 'user', { anotherContractor: true }))).toEqual([
      'contractor goes',
      'manager goes',
    ]);
  });

  it('lets a quote through that is asked of who had a work order', () => {
    expect(outcomes(silently('quote-requested', 'user', { fromWorkOrder: true }))).toEqual([
      'contractor goes',
      'notified kept',
      'manager goes',
    ]);
  });

  it('keeps back the invoice request that a setting makes', () => {
    expect(outcomes(silently('invoice-requested', 'user', { automatic: true }))).toEqual(['contractor kept']);
  });

  it('keeps back an acceptance without a signed copy', () => {
    expect(outcomes(silently('quote-accepted', 'user', { signedCopy: undefined }))).toContain(
      'contractor kept',
    );
  });
});
