import { describe, expect, it } from '@jest/globals';
import { told } from '../../testing/told.js';
import { aFact, aMission, aPerson, aTicket } from '../../testing/facts.builder.js';
import type { TicketFact } from '../facts/facts.js';
import { planMessages } from './plan-messages.js';

describe('a visit that does not take place as told', () => {
  describe('what upsets a visit', () => {
    const contacts = (fact: TicketFact) => told(fact).filter((line) => line.startsWith('contact '));
    const quote = aTicket({ type: 'single-quote' });
    const validated = aMission({ step: 'appointment-validated' });

    it.each(['late', 'absent', 'postponed'] as const)(
      'is told to the contact persons, who were given the appointment: %s',
      (answer) => {
        const fact = aFact('PresenceAnswered', { answer, ticket: quote });
        expect(contacts(fact)).toEqual(['contact sms presence-answered.contact']);
      },
    );

    it('is nothing that is only confirmed', () => {
      expect(contacts(aFact('PresenceAnswered', { answer: 'confirmed', ticket: quote }))).toEqual([]);
      expect(contacts(aFact('PresenceAnswered', { answer: 'absent' }))).toEqual([
        'contact sms presence-answered.contact',
      ]);
    });

    it('is told once to a contact person who is notified too', () => {
      const tenant = aPerson({ channels: { mail: true, sms: false } });
      const both = aTicket({ type: 'single-quote', contacts: [tenant], notified: [tenant], toldUsers: [] });
      expect(told(aFact('PresenceAnswered', { ticket: both }))).toEqual([
        'contact mail presence-answered.contact',
      ]);
      expect(told(aFact('TicketClosed', { ticket: both, missions: [{ ...validated, over: true }] }))).toEqual(
        ['contact mail ticket-closed.contact'],
      );
    });

    it('is the closing of a ticket before its visit, or its deletion', () => {
      const closed = aFact('TicketClosed', { ticket: quote, missions: [validated] });
      expect(contacts(closed)).toEqual(['contact sms ticket-closed.contact']);
      expect(contacts({ ...closed, ticket: aTicket() })).toEqual(['contact sms ticket-closed.contact']);
      expect(contacts(aFact('TicketDeleted'))).toEqual(['contact sms ticket-closed.contact']);
    });

    it.each([
      ['over', { at: new Date('2026-11-24T15:00:00Z') }],
      ['only proposed', { missions: [aMission({ step: 'appointment-proposed', expected: false })] }],
      ['called off by the contractor', { missions: [aMission({ step: 'absent', expected: false })] }],
      ['done before its day', { missions: [aMission({ step: 'completion-received', expected: false })] }],
      ['not there', { missions: [aMission({ appointment: undefined })] }],
    ])('is no closing whose visit is %s', (_what, closing) => {
      expect(contacts(aFact('TicketClosed', { ticket: quote, missions: [validated], ...closing }))).toEqual(
        [],
      );
    });

    it('is told again when the ticket is reopened, to those who had been told', () => {
      const reopened = aFact('TicketReopened', { ticket: quote, missions: [validated] });
      expect(contacts(reopened)).toEqual(['contact sms ticket-reopened.contact']);
      const at = new Date('2026-11-25T09:00:00Z');
      expect(contacts({ ...reopened, at, closedAt: at })).toEqual([]);
      // Closed before the visit, reopened after it: they were told, so they are told.
      expect(contacts({ ...reopened, at, closedAt: new Date('2026-11-24T09:00:00Z') })).toEqual([
        'contact sms ticket-reopened.contact',
      ]);
    });

    it('is one that the contractor gives back, moves to a day to be agreed on, or was done before', () => {
      const dropped = validated.appointment;
      for (const kind of ['WorkOrderRefused', 'AppointmentProposed', 'CompletionReported'] as const) {
        expect(contacts(aFact(kind, { dropped }))).toEqual(['contact sms visit-dropped.contact']);
        expect(contacts(aFact(kind, { dropped: undefined }))).toEqual([]);
      }
    });

    it('is kept back by silent mode', () => {
      const silent = aTicket({ type: 'single-quote', silent: true });
      for (const fact of [
        aFact('PresenceAnswered', { ticket: silent }),
        aFact('TicketClosed', { ticket: silent }),
      ]) {
        const outside = planMessages(fact).filter(({ audience }) => audience === 'contact');
        expect(outside.map(({ start }) => start)).toEqual(['silenced']);
      }
    });
  });

  it.each(['work-order-refused', 'quote-request-refused', 'quote-refused'] as const)(
    'does not tell a contractor that it is replaced after %s',
    (from) => {
      const fact = aFact('MissionReplaced', { from, mission: aMission({ appointment: undefined }) });
      expect(told(fact)).toEqual([]);
    },
  );

  it.each(['work-order-sent', 'quote-promised', 'quote-received', undefined] as const)(
    'tells a contractor that it is replaced after %s',
    (from) =>
      expect(told(aFact('MissionReplaced', { from }))).toContain('contractor mail replaced.contractor'),
  );
});
