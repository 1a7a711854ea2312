import { describe, expect, it } from '@jest/globals';
import type { Document, Fault, FormName } from '../../domain/answer.js';
import { aDocument } from '../../testing/builders.js';
import { parseForm } from './parse-form.js';

const now = new Date('2026-11-24T09:00:00Z');

function parse(
  form: FormName,
  fields: Record<string, string>,
  documents: Record<string, Document[]> = {},
  problems: Fault[] = [],
) {
  const input = {
    fields: new Map(Object.entries(fields).map(([name, value]) => [name, [value]])),
    documents: new Map(Object.entries(documents)),
    problems,
  };
  return parseForm(form, input, now);
}

const faults = (...pairs: [string, string][]) => ({
  faults: pairs.map(([field, code]) => ({ field, code })),
});

describe('parseForm', () => {
  it('reads an acceptance', () => {
    const fields = { date: '2026-11-25', time: '14:30', duration: '90', comment: ' Code ?\r\nMerci ' };
    expect(parse('acceptation', fields)).toEqual({
      answer: {
        kind: 'accept',
        start: new Date('2026-11-25T13:30:00Z'),
        durationMinutes: 90,
        comment: 'Code ?\nMerci',
      },
    });
  });

  it('notes every missing field of an acceptance at once', () => {
    expect(parse('acceptation', { duration: '60' })).toEqual(
      faults(['date', 'DATE_REQUIRED'], ['time', 'TIME_REQUIRED']),
    );
  });

  it('wants a reason with a refusal, and a short one', () => {
    expect(parse('refus', { reason: '  ' })).toEqual(faults(['reason', 'REASON_REQUIRED']));
    expect(parse('refus', { reason: 'x'.repeat(2001) })).toEqual(faults(['reason', 'TEXT_TOO_LONG']));
    expect(parse('refus', { reason: 'Indisponible' })).toEqual({
      answer: { kind: 'refuse', reason: 'Indisponible' },
    });
  });

  it('reads the minutes only of one who is late', () => {
    expect(parse('presence', { answer: 'LATE', lateMinutes: '20' })).toMatchObject({
      answer: { presence: 'LATE', lateMinutes: 20 },
    });
    expect(parse('presence', { answer: 'ABSENT', lateMinutes: '20' })).toMatchObject({
      answer: { presence: 'ABSENT', lateMinutes: 0 },
    });
    expect(parse('presence', { answer: 'LATE', lateMinutes: '601' })).toEqual(
      faults(['lateMinutes', 'LATE_MINUTES_INVALID']),
    );
    expect(parse('presence', { answer: 'peut-être' })).toEqual(faults(['answer', 'ANSWER_REQUIRED']));
  });

  it('reads a completion without a file, and one with the invoice', () => {
    expect(parse('fin-intervention', {})).toEqual({
      answer: { kind: 'completion', comment: '', proofs: [] },
    });
    const invoice = aDocument({ id: 'f' });
    expect(
      parse('fin-intervention', { amount: '120,50' }, { invoice: [invoice], proofs: [aDocument()] }),
    ).toEqual({
      answer: {
        kind: 'completion',
        comment: '',
        proofs: [aDocument()],
        invoice: { document: invoice, amountCents: 12050 },
      },
    });
  });

  it('wants the amount with the invoice, and the invoice with the amount', () => {
    expect(parse('fin-intervention', {}, { invoice: [aDocument()] })).toEqual(
      faults(['amount', 'AMOUNT_REQUIRED']),
    );
    expect(parse('fin-intervention', { amount: '12' })).toEqual(faults(['invoice', 'INVOICE_REQUIRED']));
    expect(parse('facture', { amount: 'beaucoup' })).toEqual(
      faults(['invoice', 'INVOICE_REQUIRED'], ['amount', 'AMOUNT_INVALID']),
    );
  });

  it('says once that an upload was refused', () => {
    const refused = { field: 'invoice', code: 'FILE_TOO_LARGE' };
    expect(parse('facture', { amount: '12' }, {}, [refused])).toEqual({ faults: [refused] });
  });

  it('bounds the number of files', () => {
    const proofs = Array.from({ length: 21 }, (_, index) => aDocument({ id: `d${index}` }));
    expect(parse('fin-intervention', {}, { proofs })).toEqual(faults(['proofs', 'TOO_MANY_FILES']));
  });
});
