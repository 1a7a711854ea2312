import type { Message } from './message.js';
import { isReminder } from './overtaken.js';
import type { TemplateCode } from './template-codes.js';

/** They end something, or confirm it: nobody is asked for anything by them. */
const TELLING: ReadonlySet<TemplateCode> = new Set<TemplateCode>([
  'work-order-accepted.contractor',
  'quote-refused.contractor',
  'quote-not-chosen.contractor',
  'replaced.contractor',
  'appointment-cancelled.contractor',
  'ticket-closed.contractor',
  'ticket-reopened.contractor',
]);

/** Of all that was written to one person, oldest first, the last that asked for something; no reminder of it. */
export function currentRequest(messages: readonly Message[]): Message | undefined {
  const asking = messages.filter((message) => !TELLING.has(message.template));
  return asking.findLast((message) => !isReminder(message)) ?? messages.at(-1);
}
