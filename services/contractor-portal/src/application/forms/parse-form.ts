import { inParis } from '@intervia/french';
import { LATE_MINUTES, LETTERS, LINK_UPLOAD_LIMITS, VISIT_MINUTES, isNightHour } from '@intervia/rules';
import { PRESENCES } from '../../domain/answer.js';
import type { Answer, Fault, FormName, Invoice } from '../../domain/answer.js';
import type { FormInput } from './form-reader.js';
import { FormReader } from './form-reader.js';
import { parseAmount } from './parse-amount.js';
import { parseAppointment } from './parse-appointment.js';

export type ParsedForm = { answer: Answer } | { faults: readonly Fault[] };

const MAX_ID = 100;
/** Of the list that the page offers. */
const SHORTEST_VISIT = 15;

/** Of a box that confirms what may be a slip. */
export const REALLY = 'oui';
/** Of a decision that takes one back. */
export const CORRECTS = 'oui';

type Parser = (form: FormReader, now: Date) => Answer | undefined;

const comment = (form: FormReader) => form.text('comment', { max: LETTERS.comment });

const parsers: Record<FormName, Parser> = {
  accuse: () => ({ kind: 'read' }),

  acceptation: (form, now) => readVisit('accept', form, now),

  'rendez-vous': (form, now) => readVisit('appointment', form, now),

  refus: (form) => ({
    kind: 'refuse',
    reason: form.text('reason', { required: 'REASON_REQUIRED', max: LETTERS.comment }),
  }),

  presence: (form) => {
    const presence = PRESENCES.find((value) => value === form.raw('answer'));
    if (!presence) {
      form.fault('answer', 'ANSWER_REQUIRED');
      return undefined;
    }
    const lateMinutes =
      presence === 'LATE'
        ? form.integer('lateMinutes', LATE_MINUTES.least, LATE_MINUTES.most, 'LATE_MINUTES_INVALID')
        : 0;
    return { kind: 'presence', presence, lateMinutes, comment: comment(form) };
  },

  'fin-intervention': (form) => {
    const proofs = form.documents('proofs', LINK_UPLOAD_LIMITS.files);
    const wanted = form.documents('invoice', 1).length > 0 || form.raw('amount') !== '';
    const invoice = wanted ? readInvoice(form) : undefined;
    return { kind: 'completion', comment: comment(form), proofs, ...(invoice && { invoice }) };
  },

  facture: (form) => {
    const invoice = readInvoice(form);
    const note = comment(form);
    return invoice && { kind: 'invoice', invoice, comment: note };
  },

  'devis-promis': (form) => ({ kind: 'promise', comment: comment(form) }),

  'devis-refus': (form) => ({
    kind: 'decline',
    reason: form.text('reason', { required: 'REASON_REQUIRED', max: LETTERS.comment }),
  }),

  devis: (form) => {
    const quotes = form.documents('quotes', LINK_UPLOAD_LIMITS.files);
    if (quotes.length === 0 && !form.refused('quotes')) form.fault('quotes', 'QUOTE_REQUIRED');
    const amountCents = readAmount(form);
    const note = comment(form);
    return amountCents === undefined ? undefined : { kind: 'quote', quotes, amountCents, comment: note };
  },

  approbation: (form) => {
    const missionId = form.text('missionId', { required: 'QUOTE_UNKNOWN', max: MAX_ID });
    const quote = form.text('quote', { max: MAX_ID });
    const approved = APPROVALS.get(form.raw('answer'));
    const note = comment(form);
    const corrects = form.raw('corrects') === CORRECTS;
    if (approved !== undefined)
      return { kind: 'approval', missionId, quote, approved, comment: note, corrects };
    form.fault('answer', 'DECISION_REQUIRED');
    return undefined;
  },

  reparation: (form) => {
    const repaired = REPAIRS.get(form.raw('answer'));
    const note = comment(form);
    const documents = form.documents('documents', LINK_UPLOAD_LIMITS.files);
    if (repaired !== undefined) return { kind: 'repair', repaired, comment: note, documents };
    form.fault('answer', 'REPAIR_REQUIRED');
    return undefined;
  },

  annulation: (form) => ({ kind: 'withdrawal', reason: form.text('reason', { max: LETTERS.comment }) }),

  message: (form) => ({
    kind: 'message',
    threadId: form.text('threadId', { max: MAX_ID }),
    text: form.text('text', { required: 'MESSAGE_REQUIRED', max: LETTERS.comment }),
    documents: form.documents('documents', LINK_UPLOAD_LIMITS.files),
  }),
};

const REPAIRS = new Map([
  ['oui', true],
  ['non', false],
]);

const APPROVALS = new Map([
  ['APPROVED', true],
  ['REJECTED', false],
]);

function readVisit(kind: 'accept' | 'appointment', form: FormReader, now: Date): Answer | undefined {
  const durationMinutes = form.integer('duration', SHORTEST_VISIT, VISIT_MINUTES.most, 'DURATION_INVALID');
  const note = comment(form);
  if (form.raw('date') === '') form.fault('date', 'DATE_REQUIRED');
  if (form.raw('time') === '') form.fault('time', 'TIME_REQUIRED');
  if (form.faults.some((fault) => fault.code.endsWith('_REQUIRED'))) return undefined;
  const appointment = parseAppointment(form.raw('date'), form.raw('time'), now);
  if ('code' in appointment) {
    form.fault(appointment.field, appointment.code);
    return undefined;
  }
  if (isNightHour(inParis(appointment.start).hour) && form.raw('night') !== REALLY) {
    form.fault('night', 'REALLY_AT_NIGHT');
    return undefined;
  }
  return { kind, start: appointment.start, durationMinutes, comment: note };
}

function readInvoice(form: FormReader): Invoice | undefined {
  const [document] = form.documents('invoice', 1);
  if (!document && !form.refused('invoice')) form.fault('invoice', 'INVOICE_REQUIRED');
  const amountCents = readAmount(form);
  return document && amountCents !== undefined ? { document, amountCents } : undefined;
}

function readAmount(form: FormReader): number | undefined {
  const typed = form.raw('amount');
  const amountCents = parseAmount(typed);
  if (amountCents === undefined) form.fault('amount', typed === '' ? 'AMOUNT_REQUIRED' : 'AMOUNT_INVALID');
  return amountCents;
}

/** The answer that a form holds, or every fault in it. */
/** @param check adds the faults that the form’s own fields do not show */
export function parseForm(
  name: FormName,
  input: FormInput,
  now: Date,
  check?: (form: FormReader) => void,
): ParsedForm {
  const form = new FormReader(input);
  check?.(form);
  const answer = parsers[name](form, now);
  if (answer && form.faults.length === 0) return { answer };
  return { faults: form.faults };
}
