import type { TicketFact } from '../../domain/facts.js';
import type { PlannedMessage } from '../../domain/plan-messages.js';
import { planMessages } from '../../domain/plan-messages.js';
import type { TemplateCode } from '../../domain/template-codes.js';
import { EXAMPLE_FACTS } from './fr/example-facts.js';

export interface Example {
  readonly fact: TicketFact;
  readonly planned: PlannedMessage;
}

const EXAMPLES = new Map(
  EXAMPLE_FACTS.flatMap((fact) => planMessages(fact).map((planned) => [planned.template, { fact, planned }])),
);

/** A fact that calls for the template, and the message it plans: by the plan's own table. */
export function exampleOf(template: TemplateCode): Example {
  const example = EXAMPLES.get(template);
  if (!example) throw new Error(`no fact calls for ${template}`);
  return example;
}
