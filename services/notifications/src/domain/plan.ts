import type { FactKind, FactOf, ReminderKind } from './facts.js';
import type { TemplateCode } from './template-codes.js';

/** One row: who is told of a fact, with which template. */
export interface Row<K extends FactKind> {
  readonly template: TemplateCode | ((fact: FactOf<K>) => TemplateCode);
  readonly when?: (fact: FactOf<K>) => boolean;
  /** By mail whatever is ticked, plus SMS if ticked (tickets.md, settled contradiction 7). */
  readonly mailAlways?: true;
  /** Asked for by a click on exactly this: silent mode lets it through when a user did it. */
  readonly requested?: true;
}

export interface Plan<K extends FactKind> {
  readonly contractor?: Row<K>;
  readonly contacts?: Row<K>;
  readonly notified?: Row<K>;
  readonly manager?: Row<K>;
}

const REMINDERS: Readonly<Record<ReminderKind, TemplateCode>> = {
  'work-order': 'work-order-reminder.contractor',
  invoice: 'invoice-reminder.contractor',
};

/**
 * The manual, "L'ordre de service (ODS)", step by step.
 * The appointment given to the notified at the acceptance no longer holds when the contractor is late, absent or
 * asks for another day: they are told then, and not when the contractor only confirms.
 */
export const PLANS: { readonly [K in FactKind]: Plan<K> } = {
  'ticket-opened': { notified: { template: 'ticket-opened.notified' } },
  'work-order-requested': {
    contractor: { template: 'work-order.contractor' },
    contacts: { template: 'work-order.contact' },
  },
  'work-order-accepted': {
    notified: { template: 'work-order-accepted.notified' },
    manager: { template: 'work-order-accepted.manager' },
  },
  'work-order-refused': { manager: { template: 'work-order-refused.manager' } },
  'reminder-sent': {
    contractor: { template: ({ reminder }) => REMINDERS[reminder] },
    notified: { template: 'reminder.notified', when: ({ ticket }) => ticket.notifyReminders },
  },
  'reminders-exhausted': { manager: { template: 'reminders-exhausted.manager' } },
  'presence-asked': { contractor: { template: 'presence.contractor', requested: true } },
  'presence-answered': {
    notified: { template: 'presence-answered.notified', when: ({ answer }) => answer !== 'confirmed' },
    manager: { template: 'presence-answered.manager' },
  },
  'completion-asked': { contractor: { template: 'completion.contractor', requested: true } },
  'completion-reported': {
    notified: { template: 'completion.notified' },
    manager: { template: 'completion.manager' },
  },
  'invoice-requested': {
    contractor: { template: 'invoice.contractor', mailAlways: true, requested: true },
  },
  'invoice-received': { manager: { template: 'invoice.manager' } },
  'new-invoice-requested': {
    contractor: { template: 'new-invoice.contractor', mailAlways: true, requested: true },
  },
  'ticket-closed': {
    contractor: { template: 'ticket-closed.contractor' },
    notified: { template: 'ticket-closed.notified' },
  },
};
