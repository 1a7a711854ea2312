import { describe, expect, it } from '@jest/globals';
import type { Action, DocumentRef } from '../../../api/types.js';
import { typedPerson } from '../../../people/typed-person.js';
import { emptyValues } from './action-spec.js';
import type { ActionValues, FormSpec } from './action-spec.js';
import { commandPath, isDirect, serverField, specOf } from './action-specs.js';

const FILE: DocumentRef = { id: 'd1', name: 'f.pdf', mediaType: 'application/pdf', size: 1, sha256: '' };
const OWNER = { ...typedPerson(), partyId: 'p1', name: 'Hélène Garnier', mails: 'helene@courriel.example' };

function formOf(action: Action): FormSpec {
  const spec = specOf(action);
  if (spec?.kind !== 'form') throw new TypeError(`${action} has no form`);
  return spec;
}

function faultsOf(action: Action, values: Partial<ActionValues> = {}): string[] {
  const errors = formOf(action).check({ ...emptyValues(), ...values });
  return Object.entries(errors)
    .filter(([, text]) => text)
    .map(([field]) => field);
}

function bodyOf(action: Action, values: Partial<ActionValues> = {}): object {
  return formOf(action).body({ ...emptyValues(), ...values });
}

describe('action forms', () => {
  it.each(['ACCEPT_WORK_ORDER', 'PROPOSE_APPOINTMENT'] as const)(
    '%s sends an appointment in UTC',
    (action) => {
      expect(bodyOf(action, { start: '05/01/2026 14:30', durationMinutes: '90' })).toEqual({
        appointment: { start: '2026-01-05T13:30:00.000Z', durationMinutes: 90 },
        comment: '',
      });
      expect(faultsOf(action, { durationMinutes: '0' })).toEqual(['start', 'durationMinutes']);
    },
  );

  it.each(['ACCEPT_WORK_ORDER', 'PROPOSE_APPOINTMENT'] as const)(
    '%s between 22:00 and 6:00 asks whether it is meant',
    (action) => {
      const isAsked = (start: string): boolean => faultsOf(action, { start }).includes('night');
      expect(['22:00', '05:59', '06:00', '21:59'].map((time) => isAsked(`05/01/2026 ${time}`))).toEqual([
        true,
        true,
        false,
        false,
      ]);
      expect(faultsOf(action, { start: '05/01/2026 23:15', night: true })).toEqual([]);
      const shows = formOf(action).shows ?? (() => true);
      expect(shows('night', { ...emptyValues(), start: '05/01/2026 14:00' })).toBe(false);
    },
  );

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
    expect(faultsOf('REPORT_COMPLETION', { invoice: [FILE] })).toEqual(['amount']);
    expect(bodyOf('REPORT_COMPLETION', { invoice: [FILE], amount: '80,50' })).toEqual({
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

  it('defines the delays that a work order had no use for, when it becomes a quote', () => {
    expect(bodyOf('REQUEST_QUOTE')).toMatchObject({
      timers: { quote: { hours: 120, maximum: 3 }, visitHours: 24 },
    });
    const { timers } = emptyValues();
    expect(faultsOf('REQUEST_QUOTE', { timers: { ...timers, visitHours: 'x' } })).toEqual([
      'timers.visitHours',
    ]);
  });

  it('enters a quote with its papers and amount', () => {
    expect(faultsOf('SUBMIT_QUOTE')).toEqual(['quotes', 'amount']);
    expect(bodyOf('SUBMIT_QUOTE', { quotes: [FILE], amount: '1 234' })).toEqual({
      quoteIds: ['d1'],
      amountCents: 123_400,
      comment: '',
    });
  });

  it('asks somebody known by id, somebody new with a role and a reachable person', () => {
    const known = { key: 'c1', label: '', correspondentId: 'c1', person: OWNER };
    const mute = { ...OWNER, channels: { mail: false, sms: false } };
    expect(faultsOf('REQUEST_APPROVAL')).toEqual(['approver']);
    expect(bodyOf('REQUEST_APPROVAL', { approver: known })).toEqual({
      correspondentId: 'c1',
      informed: [],
      comment: '',
    });
    const approver = { key: 'OWNER p1', label: '', role: 'OWNER' as const, person: OWNER };
    expect(bodyOf('REQUEST_APPROVAL', { approver })).toMatchObject({
      role: 'OWNER',
      approver: { partyId: 'p1', name: 'Hélène Garnier' },
    });
    expect(faultsOf('REQUEST_APPROVAL', { approver: { ...approver, person: mute } })).toEqual([
      'approver.channels',
    ]);
  });

  it('enters what the approver decided; the signed copy is optional', () => {
    expect(bodyOf('ANSWER_APPROVAL', { decision: 'rejected' })).toMatchObject({ approved: false });
    // A verbal agreement says who, how and when, and is proved.
    const said = { saidAt: '05/01/2026 14:30', means: 'MEETING' as const, comment: 'D’accord.' };
    expect(bodyOf('ANSWER_APPROVAL', { ...said, isAsked: true, proof: [FILE] })).toMatchObject({
      approved: true,
      agreement: { means: 'MEETING', saidAt: '2026-01-05T13:30:00.000Z', proofIds: ['d1'] },
    });
    expect(faultsOf('ANSWER_APPROVAL')).toEqual(['approver', 'saidAt', 'comment']);
    expect(faultsOf('ANSWER_APPROVAL', { ...said, isAsked: true })).toEqual([]);
    expect(bodyOf('ACCEPT_QUOTE')).toEqual({ signedCopyId: undefined, comment: '' });
    expect(bodyOf('ACCEPT_QUOTE', { signedCopy: [FILE] })).toMatchObject({ signedCopyId: 'd1' });
  });

  it('keeps the subject of a thread', () => {
    const recipient = { key: 'm1', label: '', missionId: 'm1', person: typedPerson() };
    expect(faultsOf('POST_MESSAGE', { recipient })).toEqual(['subject', 'text']);
    const answer = { recipient, threadId: 't1', text: 'Bien reçu.' };
    expect(faultsOf('POST_MESSAGE', answer)).toEqual([]);
    expect(bodyOf('POST_MESSAGE', answer)).toEqual({
      missionId: 'm1',
      threadId: 't1',
      text: 'Bien reçu.',
      documentIds: [],
      received: false,
    });
    const { shows } = formOf('POST_MESSAGE');
    expect(shows?.('subject', { ...emptyValues(), threadId: 't1' })).toBe(false);
    expect(shows?.('subject', emptyValues())).toBe(true);
  });

  it('takes a note with words or a document', () => {
    expect(faultsOf('ADD_NOTE', { html: '<p></p>' })).toEqual(['html']);
    expect(faultsOf('ADD_NOTE', { html: '<p><b>Clés</b> à rendre</p>' })).toEqual([]);
    expect(faultsOf('ADD_NOTE', { documents: [FILE] })).toEqual([]);
  });

  it('informs at least one reachable person', () => {
    expect(faultsOf('INFORM_THIRD_PARTY')).toEqual(['persons']);
    expect(faultsOf('INFORM_THIRD_PARTY', { persons: [OWNER, typedPerson()] })).toEqual([
      'persons.1.name',
      'persons.1.mails',
    ]);
  });

  it('changes the addresses of one third party', () => {
    const recipient = { key: 'c1', label: '', correspondentId: 'c1', person: OWNER };
    expect(bodyOf('CHANGE_REACH', { recipient, reach: OWNER })).toEqual({
      correspondentId: 'c1',
      mails: 'helene@courriel.example',
      mobiles: '',
      channels: { mail: true, sms: false },
    });
    expect(faultsOf('CHANGE_REACH', { recipient, reach: { ...OWNER, mails: '' } })).toEqual(['reach.mails']);
  });
});

describe('what an action is', () => {
  it('addresses the mission, or the ticket itself', () => {
    expect(commandPath(formOf('CLOSE'), '')).toBe('closing');
    expect(commandPath(formOf('REFUSE_WORK_ORDER'), 'm1')).toBe('missions/m1/refusal');
    expect(commandPath(formOf('DELETE'), '')).toBe('');
  });

  it('does at once what neither asks nor warns', () => {
    expect(isDirect(formOf('VALIDATE_APPOINTMENT'))).toBe(true);
    expect(isDirect(formOf('DELETE'))).toBe(false);
    expect(isDirect(formOf('CLOSE'))).toBe(false);
  });

  it('knows nothing of actions to come', () => {
    expect(specOf('LAUNCH_ROBOT' as Action)).toBeUndefined();
    expect(specOf('constructor' as Action)).toBeUndefined();
  });

  it('shows the faults of the server at their inputs', () => {
    const fields = ['appointment.start', 'proofs.2', 'invoiceAmountCents', 'quoteIds', 'persons.0.mails'];
    expect(fields.map(serverField)).toEqual(['start', 'proofs', 'amount', 'quotes', 'persons.0.mails']);
    expect(['approver.mobiles', 'person.name', 'mails', 'timers.quote.hours'].map(serverField)).toEqual([
      'approver.mobiles',
      'recipient.name',
      'reach.mails',
      'timers.quote.hours',
    ]);
    expect(serverField('constructor')).toBeUndefined();
  });
});
