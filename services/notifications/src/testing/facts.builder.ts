import {
  EXAMPLE_MISSION,
  EXAMPLE_PERSON,
  EXAMPLE_TICKET,
  exampleFact,
} from '../adapters/templating/fr/example-facts.js';
import { NO_OPTIONS, OPTION_NAMES } from '../domain/facts/facts.js';
import type { MissionFacts, Person, TicketFacts, TicketOptions } from '../domain/facts/facts.js';

export const aPerson = (overrides: Partial<Person> = {}): Person => ({ ...EXAMPLE_PERSON, ...overrides });

/** Options may be given beside the rest. */
export const aTicket = ({
  options,
  ...overrides
}: Partial<TicketFacts> & Partial<TicketOptions> = {}): TicketFacts => {
  const isOption = ([name]: [string, unknown]) => (OPTION_NAMES as readonly string[]).includes(name);
  const all = Object.entries(overrides);
  return {
    ...EXAMPLE_TICKET,
    ...Object.fromEntries(all.filter((entry) => !isOption(entry))),
    options: { ...NO_OPTIONS, ...options, ...Object.fromEntries(all.filter(isOption)) },
  };
};

export const aMission = (overrides: Partial<MissionFacts> = {}): MissionFacts => ({
  ...EXAMPLE_MISSION,
  ...overrides,
});

export { exampleFact as aFact };
