import type { TicketFact } from '../domain/facts/facts.js';
import { planMessages } from '../domain/planning/plan-messages.js';

/** "audience channel template" of each message, sorted. */
export const told = (fact: TicketFact): string[] =>
  planMessages(fact)
    .map(({ audience, channel, template }) => `${audience} ${channel} ${template}`)
    .sort();
