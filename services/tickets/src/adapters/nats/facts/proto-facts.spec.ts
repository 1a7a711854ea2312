import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../../../domain/ticket/events.js';
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings.js';
import { REACHED, Scenario } from '../../../testing/scenario.js';
import { ProtoFacts } from './proto-facts.js';

/** What is told of the last step, one line each. */
function told({ events, ticket }: Scenario): string[] {
  const facts = new ProtoFacts();
  return events.flatMap((event) => {
    const context = { id: 'e', version: 1, ticket, settings: DEFAULT_SETTINGS, audience: [] };
    const fact = facts.toEvent(event as RecordedEvent, context);
    if (!fact) return [];
    const another = 'anotherContractor' in fact.message && fact.message.anotherContractor === true;
    return [`${fact.schema.name}${another ? ' of another' : ''}`];
  });
}

/** Silent mode lets a request through that a user made on purpose, and keeps back those of the opening. */
describe('a first request', () => {
  it('says that the opening made it', () => {
    expect(told(Scenario.opened())).toEqual(['TicketOpened', 'WorkOrderRequested']);
    expect(told(Scenario.opened({ quote: true }))).toEqual(['TicketOpened', 'QuoteRequested']);
  });

  it('says that "Contacter un autre intervenant" made it', () => {
    expect(told(Scenario.opened().contacts('m1'))).toEqual([
      'MissionReplaced',
      'WorkOrderRequested of another',
    ]);
    expect(told(REACHED.QUOTE_RECEIVED().contacts())).toEqual(['QuoteRequested of another']);
  });

  it('is not one, of a work order that becomes a quote', () => {
    expect(told(Scenario.opened().manages('RequestQuote'))).toEqual(['QuoteRequested']);
  });
});
