import { LATE_MINUTES, VISIT_MINUTES, isNightHour } from '@intervia/rules';
import type { Action } from '../../../api/types.js';
import { FORMS } from '../../../fr.js';
import { parseCents } from '../../../lib/money.js';
import { readInstant, readWallTime } from '../../../lib/typed-date.js';
import { commented, direct, idsOf, reasoned } from './action-spec.js';
import type { ActionErrors, ActionValues, FormSpec } from './action-spec.js';

/** An appointment with its duration: of a work order, or of an accepted quote. */
function appointed(path: string): FormSpec {
  return {
    kind: 'form',
    path,
    fields: ['start', 'night', 'durationMinutes', 'comment'],
    submit: FORMS.save,
    shows: (field, { start }) => field !== 'night' || isAtNight(start),
    body: ({ start, durationMinutes, comment }) => ({
      appointment: { start: readInstant(start), durationMinutes: Number(durationMinutes) },
      comment,
    }),
    check: ({ start, night, durationMinutes }) => ({
      start: readInstant(start) ? undefined : FORMS.missingDate,
      night: isAtNight(start) && !night ? FORMS.nightUnconfirmed : undefined,
      durationMinutes: isWhole(durationMinutes, VISIT_MINUTES.least, VISIT_MINUTES.most)
        ? undefined
        : FORMS.durationRange,
    }),
  };
}

function isAtNight(start: string): boolean {
  const hour = readWallTime(start)?.slice('yyyy-mm-ddT'.length, 'yyyy-mm-ddThh'.length);
  return hour !== undefined && isNightHour(Number(hour));
}

/** From the acceptance to the invoice: the same for work orders and quotes. */
export const WORK_SPECS = {
  ACCEPT_WORK_ORDER: appointed('acceptance'),
  REFUSE_WORK_ORDER: reasoned('refusal', FORMS.save),
  PROPOSE_APPOINTMENT: appointed('appointment-proposal'),
  VALIDATE_APPOINTMENT: direct('appointment-validation'),
  POSTPONE_APPOINTMENT: commented('appointment-postponement', FORMS.validate, FORMS.postponement),
  CANCEL_APPOINTMENT: commented('appointment-cancellation', FORMS.validate, FORMS.cancellation),
  ASK_PRESENCE: direct('presence-request'),
  ANSWER_PRESENCE: {
    kind: 'form',
    path: 'presence-answer',
    fields: ['answer', 'lateMinutes', 'comment'],
    submit: FORMS.save,
    shows: (field, { answer }) => field !== 'lateMinutes' || answer === 'LATE',
    body: ({ answer, lateMinutes, comment }) => ({
      answer,
      comment,
      ...(answer === 'LATE' ? { lateMinutes: Number(lateMinutes) } : {}),
    }),
    check: ({ answer, lateMinutes }) =>
      answer === 'LATE' && !isWhole(lateMinutes, LATE_MINUTES.least, LATE_MINUTES.most)
        ? { lateMinutes: FORMS.lateRange }
        : {},
  },
  ASK_COMPLETION: direct('completion-request'),
  REPORT_COMPLETION: {
    kind: 'form',
    path: 'completion',
    fields: ['comment', 'proofs', 'invoice', 'amount'],
    submit: FORMS.save,
    body: ({ comment, proofs, invoice, amount }) => ({
      comment,
      proofIds: idsOf(proofs),
      ...(invoice[0] ? { invoiceId: invoice[0].id, invoiceAmountCents: parseCents(amount) } : {}),
    }),
    check: ({ invoice, amount }): ActionErrors => {
      if (invoice.length === 0) return amount.trim() === '' ? {} : { invoice: FORMS.missingInvoice };
      return checkAmount(amount);
    },
  },
  REQUEST_INVOICE: direct('invoice-request'),
  SUBMIT_INVOICE: {
    kind: 'form',
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
      ...checkAmount(amount),
    }),
  },
  REQUEST_NEW_INVOICE: {
    ...commented('new-invoice-request', FORMS.ask, FORMS.newInvoiceComment),
    check: ({ comment }: ActionValues) => (comment.trim() ? {} : { comment: FORMS.missingComment }),
  },
  ACKNOWLEDGE_READING: direct('reading-acknowledgement'),
  STEP_BACK: { ...commented('step-back', FORMS.validate), hint: FORMS.stepBackHint },
} satisfies Partial<Record<Action, FormSpec>>;

export function checkAmount(amount: string): ActionErrors {
  return parseCents(amount) === undefined ? { amount: FORMS.missingAmount } : {};
}

function isWhole(typed: string, min: number, max: number): boolean {
  const value = Number(typed);
  return typed.trim() !== '' && Number.isInteger(value) && value >= min && value <= max;
}
