/** Where a mission or a ticket stands (specification, "The model"). */
export const STEPS = [
  'pending-validation',
  'cancelled',
  'work-order-sent',
  'work-order-refused',
  'work-order-accepted',
  'quote-requested',
  'quote-request-refused',
  'quote-promised',
  'quote-received',
  'quote-awaiting-approval',
  'quote-approved',
  'quote-rejected',
  'quote-accepted',
  'quote-refused',
  'appointment-proposed',
  'appointment-validated',
  'presence-asked',
  'presence-confirmed',
  'running-late',
  'absent',
  'postponement-asked',
  'awaiting-completion',
  'completion-received',
  'invoice-requested',
  'invoice-received',
  'new-invoice-requested',
  'in-progress',
  'closed',
  'replaced',
] as const;

export type Step = (typeof STEPS)[number];

/** The contractor said no, or was told no. */
const DECLINED: ReadonlySet<Step> = new Set<Step>([
  'work-order-refused',
  'quote-request-refused',
  'quote-refused',
]);

export const isDeclined = (step: Step): boolean => DECLINED.has(step);
