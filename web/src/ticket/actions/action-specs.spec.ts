import { describe, expect, it } from '@jest/globals';
import type { Action, DocumentRef } from '../../api/types.js';
import { commandPath, EMPTY_VALUES, serverField, specOf } from './action-specs.js';
import type { ActionValues } from './action-specs.js';

const INVOICE: DocumentRef = { id: 'd1', name: 'f.pdf', mediaType: 'application/pdf', size: 1, sha256: '' };

function faultsOf(action: Action, values: Partial<ActionValues> = {}): string[] {
  const errors = specOf(action)?.check({ ...EMPTY_VALUES, ...values }) ?? {};
  return Object.entries(errors)
    .filter(([, text]) => text)
    .map(([field]) => field);
}

function bodyOf(action: Action, values: Partial<ActionValues> = {}): object | undefined {
  return specOf(action)?.body({ ...EMPTY_VALUES, ...values });
}

describe('action forms', () => {
  it('sends an appointment in UTC', () => {
    expect(bodyOf('ACCEPT_WORK_ORDER', { start: '05/01/2026 14:30', durationMinutes: '90' })).toEqual({
      appointment: { start: '2026-01-05T13:30:00.000Z', durationMinutes: 90 },
      comment: '',
    });
    expect(faultsOf('ACCEPT_WORK_ORDER', { durationMinutes: '0' })).toEqual(['start', 'durationMinutes']);
  });

  it('tells the delay of a late contractor only', () => {
    expect(bodyOf('ANSWER_PRESENCE', { answer: 'LATE', lateMinutes: '20' })).toMatchObject({
      lateMinutes: 20,
    });
    expect(bodyOf('ANSWER_PRESENCE', { answer: 'ABSENT' })).not.toHaveProperty('lateMinutes');
    expect(faultsOf('ANSWER_PRESENCE', { answer: 'LATE', lateMinutes: '601' })).toEqual(['lateMinutes']);
    expect(faultsOf('ANSWER_PRESENCE', { answer: 'ABSENT', lateMinutes: '' })).toEqual([]);
  });

  it('takes an invoice with its amount, or neither', () => {
    expect(faultsOf('REPORT_COMPLETION')).toEqual([]);
    expect(faultsOf('REPORT_COMPLETION', { amount: '80' })).toEqual(['invoice']);
    expect(faultsOf('REPORT_COMPLETION', { invoice: [INVOICE] })).toEqual(['amount']);
    expect(bodyOf('REPORT_COMPLETION', { invoice: [INVOICE], amount: '80,50' })).toEqual({
      comment: '',
      proofIds: [],
      invoiceId: 'd1',
      invoiceAmountCents: 8050,
    });
  });

  it('asks for what an invoice needs', () => {
    expect(faultsOf('SUBMIT_INVOICE')).toEqual(['invoice', 'amount']);
    expect(faultsOf('REQUEST_NEW_INVOICE')).toEqual(['comment']);
  });

  it('addresses the mission, or the ticket itself', () => {
    const close = specOf('CLOSE');
    const refuse = specOf('REFUSE_WORK_ORDER');
    expect(close && commandPath(close, '')).toBe('closing');
    expect(refuse && commandPath(refuse, 'm1')).toBe('missions/m1/refusal');
  });

  it('knows nothing of actions to come', () => {
    expect(specOf('ASK_QUOTE' as Action)).toBeUndefined();
  });

  it('shows the faults of the server at their inputs', () => {
    expect(['appointment.start', 'proofs.2', 'invoiceAmountCents'].map(serverField)).toEqual([
      'start',
      'proofs',
      'amount',
    ]);
    expect(serverField('constructor')).toBeUndefined();
  });
});
