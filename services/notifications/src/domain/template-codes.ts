/** Who reads a message; the last part of a template's code. */
export type Audience = 'contractor' | 'contact' | 'notified' | 'correspondent' | 'requester' | 'manager';

export const TEMPLATE_CODES = [
  'work-order.contractor',
  'work-order-reminder.contractor',
  'quote-request.contractor',
  'quote-reminder.contractor',
  'quote-accepted.contractor',
  'quote-refused.contractor',
  'quote-not-chosen.contractor',
  'replaced.contractor',
  'appointment-validated.contractor',
  'appointment-postponed.contractor',
  'appointment-cancelled.contractor',
  'visit.contractor',
  'presence.contractor',
  'completion.contractor',
  'invoice.contractor',
  'invoice-reminder.contractor',
  'new-invoice.contractor',
  'message.contractor',
  'ticket-closed.contractor',
  'work-order.contact',
  'replaced.contact',
  'quote-accepted.contact',
  'appointment-validated.contact',
  'appointment-postponed.contact',
  'appointment-cancelled.contact',
  'presence-answered.contact',
  'ticket-closed.contact',
  'ticket-opened.notified',
  'work-order-accepted.notified',
  'quote-requested.notified',
  'quote-received.notified',
  'approval-informed.notified',
  'quote-accepted.notified',
  'appointment-validated.notified',
  'appointment-postponed.notified',
  'appointment-cancelled.notified',
  'reminder.notified',
  'presence-answered.notified',
  'completion.notified',
  'ticket-closed.notified',
  'ticket-reopened.notified',
  'replaced.notified',
  'step.notified',
  'approval.correspondent',
  'approval-reminder.correspondent',
  'message.correspondent',
  'pre-ticket-validated.requester',
  'pre-ticket-cancelled.requester',
  'work-order-accepted.manager',
  'work-order-refused.manager',
  'quote-promised.manager',
  'quote-request-refused.manager',
  'quote-received.manager',
  'approval-answered.manager',
  'appointment-proposed.manager',
  'presence-answered.manager',
  'completion.manager',
  'invoice.manager',
  'message-received.manager',
  'reading-acknowledged.manager',
  'reminders-exhausted.manager',
  'pre-ticket-received.manager',
  'manager-changed.manager',
  'moved.manager',
] as const;

export type TemplateCode = (typeof TEMPLATE_CODES)[number];

/** The manual's two lists, "pour échanger avec les intervenants" and "avec les personnes à notifier"; others are in the second. */
export type TemplateList = 'contractors' | 'others';

export const audienceOf = (code: TemplateCode): Audience => code.slice(code.indexOf('.') + 1) as Audience;

export const listOf = (code: TemplateCode): TemplateList =>
  audienceOf(code) === 'contractor' ? 'contractors' : 'others';
