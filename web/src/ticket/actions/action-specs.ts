import type { Action, DocumentRef, PresenceAnswer } from '../../api/types.js';
import { FORMS } from '../../fr.js';
import { parseCents } from '../../lib/money.js';
import { readInstant } from '../../lib/typed-date.js';

/** Every input of every action; each action shows some of them. */
export interface ActionValues {
  start: string;
  durationMinutes: string;
  reason: string;
  answer: PresenceAnswer;
  lateMinutes: string;
  proofs: DocumentRef[];
  invoice: DocumentRef[];
  amount: string;
  comment: string;
}

export type ActionField = keyof ActionValues;
export type ActionErrors = Partial<Record<ActionField, string>>;

export const EMPTY_VALUES: ActionValues = {
  start: '',
  durationMinutes: '60',
  reason: '',
  answer: 'CONFIRMED',
  lateMinutes: '15',
  proofs: [],
  invoice: [],
  amount: '',
  comment: '',
};

export interface ActionSpec {
  /** Below the mission, or below the ticket for the ticket's own. */
  path: string;
  /** None: the action is done at once. */
  fields: readonly ActionField[];
  submit: string;
  isIrreversible?: true;
  commentLabel?: string;
  body(values: ActionValues): object;
  check(values: ActionValues): ActionErrors;
}

const NO_ERRORS = (): ActionErrors => ({});
const NO_BODY = (): object => ({});

const SPECS: Record<Action, ActionSpec> = {
  ACCEPT_WORK_ORDER: {
    path: 'acceptance',
    fields: ['start', 'durationMinutes', 'comment'],
    submit: FORMS.save,
    body: ({ start, durationMinutes, comment }) => ({
      appointment: { start: readInstant(start), durationMinutes: Number(durationMinutes) },
      comment,
    }),
    check: ({ start, durationMinutes }) => ({
      start: readInstant(start) ? undefined : FORMS.missingDate,
      durationMinutes: isWhole(durationMinutes, 5, 1440) ? undefined : FORMS.durationRange,
    }),
  },
  REFUSE_WORK_ORDER: {
    path: 'refusal',
    fields: ['reason'],
    submit: FORMS.save,
    body: ({ reason }) => ({ reason }),
    check: NO_ERRORS,
  },
  ASK_PRESENCE: { path: 'presence-request', fields: [], submit: '', body: NO_BODY, check: NO_ERRORS },
  ANSWER_PRESENCE: {
    path: 'presence-answer',
    fields: ['answer', 'lateMinutes', 'comment'],
    submit: FORMS.save,
    body: ({ answer, lateMinutes, comment }) => ({
      answer,
      comment,
      ...(answer === 'LATE' ? { lateMinutes: Number(lateMinutes) } : {}),
    }),
    check: ({ answer, lateMinutes }) =>
      answer === 'LATE' && !isWhole(lateMinutes, 1, 600) ? { lateMinutes: FORMS.lateRange } : {},
  },
  ASK_COMPLETION: { path: 'completion-request', fields: [], submit: '', body: NO_BODY, check: NO_ERRORS },
  REPORT_COMPLETION: {
    path: 'completion',
    fields: ['comment', 'proofs', 'invoice', 'amount'],
    submit: FORMS.save,
    body: ({ comment, proofs, invoice, amount }) => ({
      comment,
      proofIds: proofs.map(({ id }) => id),
      ...(invoice[0] ? { invoiceId: invoice[0].id, invoiceAmountCents: parseCents(amount) } : {}),
    }),
    check: ({ invoice, amount }) => {
      if (invoice.length === 0) return amount.trim() === '' ? {} : { invoice: FORMS.missingInvoice };
      return parseCents(amount) === undefined ? { amount: FORMS.missingAmount } : {};
    },
  },
  REQUEST_INVOICE: { path: 'invoice-request', fields: [], submit: '', body: NO_BODY, check: NO_ERRORS },
  SUBMIT_INVOICE: {
    path: 'invoice',
    fields: ['invoice', 'amount', 'comment'],
    submit: FORMS.save,
    body: ({ invoice, amount, comment }) => ({
      invoiceId: invoice[0]?.id,
      amountCents: parseCents(amount),
      comment,
    }),
    check: ({ invoice, amount }) => ({
      invoice: invoice.length > 0 ? undefined : FORMS.missingInvoice,
      amount: parseCents(amount) === undefined ? FORMS.missingAmount : undefined,
    }),
  },
  REQUEST_NEW_INVOICE: {
    path: 'new-invoice-request',
    fields: ['comment'],
    submit: FORMS.ask,
    commentLabel: FORMS.newInvoiceComment,
    body: ({ comment }) => ({ comment }),
    check: ({ comment }) => (comment.trim() ? {} : { comment: FORMS.missingComment }),
  },
  CLOSE: {
    path: 'closing',
    fields: ['comment'],
    submit: FORMS.close,
    isIrreversible: true,
    commentLabel: FORMS.closeComment,
    body: ({ comment }) => ({ comment }),
    check: NO_ERRORS,
  },
};

/** Undefined for an action that this release cannot perform. */
export function specOf(action: Action): ActionSpec | undefined {
  return Object.hasOwn(SPECS, action) ? SPECS[action] : undefined;
}

export function commandPath(spec: ActionSpec, missionId: string): string {
  return missionId === '' ? spec.path : `missions/${missionId}/${spec.path}`;
}

/** Where the server's name of a field is shown; the rest goes to the notice. */
const SERVER_FIELDS: Record<string, ActionField> = {
  'appointment.start': 'start',
  'appointment.durationMinutes': 'durationMinutes',
  reason: 'reason',
  lateMinutes: 'lateMinutes',
  proofs: 'proofs',
  proofIds: 'proofs',
  invoice: 'invoice',
  invoiceId: 'invoice',
  amountCents: 'amount',
  invoiceAmountCents: 'amount',
  comment: 'comment',
};

export function serverField(field: string): ActionField | undefined {
  const name = field.replace(/\.\d+$/, '');
  return Object.hasOwn(SERVER_FIELDS, name) ? SERVER_FIELDS[name] : undefined;
}

function isWhole(typed: string, min: number, max: number): boolean {
  const value = Number(typed);
  return typed.trim() !== '' && Number.isInteger(value) && value >= min && value <= max;
}
