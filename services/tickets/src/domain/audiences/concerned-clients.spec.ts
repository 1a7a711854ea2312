import { describe, expect, it } from '@jest/globals';
import { aPerson } from '../../testing/builders.js';
import { Scenario } from '../../testing/scenario.js';
import type { ClientScope } from './audience.js';
import { isRecorded } from '../history/history.js';
import { NO_TICKET } from '../ticket/ticket.js';
import type { Ticket } from '../ticket/ticket.js';
import { clientKeys, concernedClients } from './concerned-clients.js';

/** A client's page is told that it reads differently, and of nothing else. */

const scope = (partyId: string, ownedBuildingIds: string[] = []): ClientScope => ({
  partyId,
  councilBuildingIds: [],
  ownedBuildingIds,
  ownedUnitIds: [],
  rentedUnitIds: [],
});
const ME = scope('party-9');

/** What the last command tells. */
function isShownFact({ events, ticket }: Scenario, before: Ticket, client = ME, isShown = true): boolean {
  const keys = clientKeys(client, isShown ? ['SYNDIC', 'GERANCE'] : []);
  return events
    .filter(isRecorded)
    .some((event) => concernedClients(event, before, ticket).some((key) => keys.includes(key)));
}

const requester = aPerson({ partyId: 'party-9' });
const opened = () => Scenario.opened({ requester });
const accepted = () => opened().does('AcceptWorkOrder');
const done = () => accepted().does('ReportCompletion');
const dropped = () =>
  Scenario.opened({ requester, quote: true })
    .does('SubmitQuote')
    .manages('AcceptQuote')
    .does('ProposeAppointment')
    .manages('CancelAppointment');
const requested = () => Scenario.requested({ requester });
const cancelled = () => requested().asks('CancelPreTicket', { reason: 'Déjà réparé' });
const update = { addedAttachments: [] };
const note = { noteId: 'n', html: 'x', text: 'x', documents: [] };

type Step = readonly [before: Ticket, after: Scenario];
const step = (from: Scenario, go: (from: Scenario) => Scenario): Step => [from.state, go(from)];

describe('a requester is told', () => {
  it.each<[string, () => Step]>([
    ['that its request came in', () => [NO_TICKET, requested()]],
    ['that it is cancelled', () => [requested().state, cancelled()]],
    ['an opening', () => [NO_TICKET, opened()]],
    ['an acceptance', () => step(opened(), (from) => from.does('AcceptWorkOrder'))],
    ['a refusal, which is "in progress"', () => step(opened(), (from) => from.does('RefuseWorkOrder'))],
    ['a step back', () => step(accepted(), (from) => from.manages('StepBack'))],
    [
      'that a cancelled appointment is proposed again, though its status reads the same',
      () => step(dropped(), (from) => from.manages('StepBack')),
    ],
    [
      'another subject',
      () => step(opened(), (from) => from.asks('UpdateTicket', { ...update, subject: 'Eau' })),
    ],
    ['a closing', () => step(accepted(), (from) => from.closes())],
  ])('%s', (_, make) => {
    const [before, after] = make();
    expect(isShownFact(after, before)).toBe(true);
    expect(isShownFact(after, before, scope('party-7'))).toBe(false);
    expect(isShownFact(after, before, scope(''))).toBe(false);
  });

  it('what becomes of its request, where clients are shown no tickets; of those, nothing', () => {
    expect(isShownFact(cancelled(), requested().state, ME, false)).toBe(true);
    expect(isShownFact(opened(), NO_TICKET, ME, false)).toBe(false);
  });
});

describe('no client is told', () => {
  it.each<[string, () => Step]>([
    ['a note', () => step(opened(), (from) => from.asks('AddNote', note))],
    ['that an invoice is asked for', () => step(done(), (from) => from.manages('RequestInvoice'))],
    ['an invoice', () => step(done(), (from) => from.does('SubmitInvoice'))],
    ['that presence is asked', () => step(accepted(), (from) => from.manages('AskPresence'))],
    [
      'that it is urgent',
      () => step(opened(), (from) => from.asks('UpdateTicket', { ...update, urgent: true })),
    ],
  ])('%s', (_, make) => {
    const [before, after] = make();
    expect(after.events).not.toEqual([]);
    expect(isShownFact(after, before)).toBe(false);
  });
});

it('a co-owner is told that a ticket is shown to it, and that it is no more', () => {
  const shown = Scenario.opened({ module: 'SYNDIC', requester, visibility: 'CO_OWNERS' });
  const coOwner = scope('party-2', [shown.ticket.details.place.buildingId]);
  const hidden = shown.asks('UpdateTicket', { ...update, visibility: 'REQUESTER' });
  expect(isShownFact(shown, NO_TICKET, coOwner)).toBe(true);
  expect(isShownFact(hidden, shown.state, coOwner)).toBe(true);
  expect(isShownFact(hidden.does('AcceptWorkOrder'), hidden.state, coOwner)).toBe(false);
});
