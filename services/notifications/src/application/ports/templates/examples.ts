import type { TicketFact } from '../../../domain/facts/facts.js';
import type { PlannedMessage } from '../../../domain/planning/plan-messages.js';
import type { TemplateCode } from '../../../domain/template-codes.js';

export interface Example {
  readonly fact: TicketFact;
  readonly planned: PlannedMessage;
}

/** Invented tickets, for editors of templates. */
export abstract class Examples {
  /** A fact that calls for the template, and the message it plans. */
  abstract of(template: TemplateCode): Example;
}
