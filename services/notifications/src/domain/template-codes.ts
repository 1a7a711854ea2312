/** Who reads a message; also how the manual splits the lists of templates. */
export type Audience = 'contractor' | 'contact' | 'notified' | 'manager';

export const TEMPLATE_CODES = [
  'work-order.contractor',
  'work-order-reminder.contractor',
  'presence.contractor',
  'completion.contractor',
  'invoice.contractor',
  'invoice-reminder.contractor',
  'new-invoice.contractor',
  'ticket-closed.contractor',
  'work-order.contact',
  'ticket-opened.notified',
  'work-order-accepted.notified',
  'reminder.notified',
  'presence-answered.notified',
  'completion.notified',
  'ticket-closed.notified',
  'work-order-accepted.manager',
  'work-order-refused.manager',
  'presence-answered.manager',
  'completion.manager',
  'invoice.manager',
  'reminders-exhausted.manager',
] as const;

export type TemplateCode = (typeof TEMPLATE_CODES)[number];
