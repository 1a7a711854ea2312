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

  it.each([
    ['22:00', true],
    ['02:30', true],
    ['05:59', true],
    ['06:00', false],
    ['21:59', false],
  ])('asks whether a visit at %s is meant: %s', (time, asks) => {
    for (const form of ['acceptation', 'rendez-vous'] as const) {
      const fields = { date: '2026-11-25', time, duration: '60' };
      const parsed = parse(form, fields);
      expect('faults' in parsed).toBe(asks);
      if (asks) expect(parsed).toEqual(faults(['night', 'REALLY_AT_NIGHT']));
      expect(parse(form, { ...fields, night: 'oui' })).toHaveProperty('answer');
    }
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

  it('reads each answer to a quote request', () => {
    expect(parse('devis-promis', { comment: 'Sous huit jours' })).toEqual({
      answer: { kind: 'promise', comment: 'Sous huit jours' },
    });
    expect(parse('devis-refus', { reason: 'Complet' })).toEqual({
      answer: { kind: 'decline', reason: 'Complet' },
    });
    expect(parse('devis-refus', {})).toEqual(faults(['reason', 'REASON_REQUIRED']));
    const quotes = [aDocument({ id: 'a' }), aDocument({ id: 'b' })];
    expect(parse('devis', { amount: '1 234,56 €' }, { quotes })).toEqual({
      answer: { kind: 'quote', quotes, amountCents: 123456, comment: '' },
    });
  });

  it('wants a file and an amount with a quote, and ten files at most', () => {
    expect(parse('devis', {})).toEqual(faults(['quotes', 'QUOTE_REQUIRED'], ['amount', 'AMOUNT_REQUIRED']));
    const refused = { field: 'quotes', code: 'FILE_EMPTY' };
    expect(parse('devis', { amount: '12' }, {}, [refused])).toEqual({ faults: [refused] });
    const quotes = Array.from({ length: 11 }, (_, index) => aDocument({ id: `d${index}` }));
    expect(parse('devis', { amount: '12' }, { quotes })).toEqual(faults(['quotes', 'TOO_MANY_FILES']));
  });

  it('reads a proposed appointment like an acceptance', () => {
    expect(parse('rendez-vous', { date: '25/11/2026', time: '14h30', duration: '60' })).toEqual({
      answer: {
        kind: 'appointment',
        start: new Date('2026-11-25T13:30:00Z'),
        durationMinutes: 60,
        comment: '',
      },
    });
    expect(parse('rendez-vous', { date: '2026-11-23', time: '14:30', duration: '60' })).toEqual(
      faults(['date', 'DATE_PAST']),
    );
  });

  it('reads an approval of one quote, yes or no and nothing else', () => {
    const approval = { kind: 'approval', missionId: 'm', quote: 'mark', comment: '', corrects: false };
    expect(parse('approbation', { missionId: 'm', quote: 'mark', answer: 'APPROVED' })).toEqual({
      answer: { ...approval, approved: true },
    });
    expect(parse('approbation', { missionId: 'm', quote: 'mark', answer: 'REJECTED' })).toEqual({
      answer: { ...approval, approved: false },
    });
    expect(parse('approbation', { missionId: 'm', answer: 'constructor' })).toEqual(
      faults(['answer', 'DECISION_REQUIRED']),
    );
    expect(parse('approbation', { answer: 'APPROVED' })).toEqual(faults(['missionId', 'QUOTE_UNKNOWN']));
  });

  it('reads a message, with or without a thread, and an acknowledgement', () => {
    const documents = [aDocument()];
    expect(parse('message', { text: ' Bonjour\r\n' }, { documents })).toEqual({
      answer: { kind: 'message', threadId: '', text: 'Bonjour', documents },
    });
    expect(parse('message', { threadId: 't', text: '' })).toEqual(faults(['text', 'MESSAGE_REQUIRED']));
    expect(parse('accuse', {})).toEqual({ answer: { kind: 'read' } });
  });
});
