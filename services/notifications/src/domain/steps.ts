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

/** After these the contractor has nothing more to do, or is told apart. */
const OVER: ReadonlySet<Step> = new Set<Step>([
  'work-order-refused',
  'quote-request-refused',
  'quote-refused',
  'completion-received',
  'invoice-requested',
  'invoice-received',
  'new-invoice-requested',
  'closed',
  'replaced',
]);

export const isOver = (step: Step): boolean => OVER.has(step);

/** The contractor is expected: an appointment was told, and nobody called it off. */
const PLANNED: ReadonlySet<Step> = new Set<Step>([
  'work-order-accepted',
  'appointment-validated',
  'presence-asked',
  'presence-confirmed',
  'running-late',
  'awaiting-completion',
]);

export const isPlanned = (step: Step): boolean => PLANNED.has(step);

/** The contractor said no, or was told no. */
const DECLINED: ReadonlySet<Step> = new Set<Step>([
  'work-order-refused',
  'quote-request-refused',
  'quote-refused',
]);

export const isDeclined = (step: Step): boolean => DECLINED.has(step);
