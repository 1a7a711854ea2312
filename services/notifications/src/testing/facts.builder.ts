import {
  EXAMPLE_MISSION,
  EXAMPLE_PERSON,
  EXAMPLE_TICKET,
  exampleFact,
} from '../adapters/templating/fr/example-facts.js';
import type { MissionFacts, Person, TicketFacts } from '../domain/facts.js';

export const aPerson = (overrides: Partial<Person> = {}): Person => ({ ...EXAMPLE_PERSON, ...overrides });

export const aTicket = (overrides: Partial<TicketFacts> = {}): TicketFacts => ({
  ...EXAMPLE_TICKET,
  ...overrides,
});

export const aMission = (overrides: Partial<MissionFacts> = {}): MissionFacts => ({
  ...EXAMPLE_MISSION,
  ...overrides,
});

export { exampleFact as aFact };
