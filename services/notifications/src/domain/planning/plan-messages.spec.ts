import { describe, expect, it } from '@jest/globals';
import { told } from '../../testing/told.js';
import { aFact, aMission, aPerson, aTicket } from '../../testing/facts.builder.js';
import type { TicketFact } from '../facts/facts.js';
import { planMessages } from './plan-messages.js';

describe('planMessages', () => {
  it('tells the notified of reminders only when the ticket says so', () => {
    const fact = aFact('ReminderSent', { ticket: aTicket({ notifyReminders: true }) });
    expect(told(fact)).toContain('notified mail reminder.notified');
  });

  it('takes the template of the reminder that was sent', () => {
    expect(told(aFact('ReminderSent', { reminder: 'invoice' }))).toContain(
      'contractor mail invoice-reminder.contractor',
    );
  });

  it('does not tell the notified of a presence that is only confirmed', () => {
    expect(told(aFact('PresenceAnswered', { answer: 'confirmed', lateMinutes: 0 }))).toEqual([
      'manager mail presence-answered.manager',
    ]);
  });

  it('does not tell the contractors who are done of the closing', () => {
    const fact = aFact('TicketClosed', { missions: [aMission({ over: true })] });
    expect(told(fact).filter((line) => line.startsWith('contractor'))).toEqual([]);
  });

  it('tells each contractor of a closing with the link of the own mission', () => {
    const missions = [aMission(), aMission({ id: 'mission-2' })];
    const contractors = planMessages(aFact('TicketClosed', { missions })).filter(
      ({ audience }) => audience === 'contractor',
    );
    expect(contractors.map(({ mission }) => mission?.id)).toEqual([
      'mission-1',
      'mission-1',
      'mission-2',
      'mission-2',
    ]);
  });

  describe('channels', () => {
    const contractor = (overrides: Parameters<typeof aPerson>[0]) => ({
      mission: aMission({ contractor: aPerson(overrides) }),
    });

    it('uses what is ticked', () => {
      const smsOnly = contractor({ channels: { mail: false, sms: true } });
      expect(told(aFact('PresenceAsked', smsOnly))).toEqual(['contractor sms presence.contractor']);
    });

    it('sends nothing to a contractor reached by telephone', () => {
      const byPhone = contractor({ channels: { mail: false, sms: false } });
      expect(told(aFact('PresenceAsked', byPhone))).toEqual([]);
    });

    it('asks for the invoice by mail whatever is ticked, and by SMS if ticked', () => {
      const smsOnly = contractor({ channels: { mail: false, sms: true } });
      const neither = contractor({ channels: { mail: false, sms: false } });
      const asked = (mission: ReturnType<typeof contractor>) =>
        told(aFact('InvoiceRequested', mission)).filter((line) => line.startsWith('contractor'));
      expect(asked(smsOnly)).toHaveLength(2);
      expect(asked(neither)).toEqual(['contractor mail invoice.contractor']);
    });

    it('puts several addresses into one message', () => {
      const several = contractor({
        mails: ['a@b.example', 'c@d.example'],
        mobiles: ['+33611111111', '+33622222222'],
      });
      const [mail, sms] = planMessages(aFact('PresenceAsked', several));
      expect(mail?.recipient.addresses).toEqual(['a@b.example', 'c@d.example']);
      expect(sms?.recipient.addresses).toEqual(['+33611111111', '+33622222222']);
    });

    it('reports a ticked channel without an address', () => {
      const [mail, sms] = planMessages(aFact('PresenceAsked', contractor({ mails: [] })));
      expect(mail?.start).toBe('no-address');
      expect(sms?.start).toBe('queued');
    });
  });

  it('does not tell a manager what the manager typed in', () => {
    const ticket = aTicket({ actor: { kind: 'user', id: 'user-1', name: '' } });
    expect(told(aFact('WorkOrderRefused', { ticket }))).toEqual([]);
  });

  it('gives a message the same key each time, and a person listed twice one message', () => {
    const twice = aTicket({ notified: [aPerson(), aPerson()], toldUsers: [] });
    const keys = () => planMessages(aFact('TicketOpened', { ticket: twice })).map(({ key }) => key);
    expect(keys()).toEqual(keys());
    expect(keys()).toHaveLength(2);
  });

  describe('users of the agency', () => {
    const user = (id: string) => ({ id, name: id, mail: `${id}@agence.example`, phone: '' });
    const readers = (fact: TicketFact) =>
      planMessages(fact).flatMap(({ audience, recipient }) =>
        audience === 'manager' ? recipient.addresses : [],
      );

    it('tells those whom the settings name, not the manager', () => {
      const ticket = aTicket({ toldUsers: [user('creator'), user('assistant')] });
      expect(readers(aFact('WorkOrderRefused', { ticket }))).toEqual([
        'creator@agence.example',
        'assistant@agence.example',
      ]);
    });

    it('tells the colleagues of who took a step', () => {
      const ticket = aTicket({
        toldUsers: [user('manager'), user('assistant')],
        actor: { kind: 'user', id: 'manager', name: 'Claire' },
      });
      expect(readers(aFact('QuoteAccepted', { ticket }))).toEqual(['assistant@agence.example']);
    });

    it('tells the new manager whatever the settings say', () => {
      const ticket = aTicket({ toldUsers: [], manager: user('new') });
      expect(readers(aFact('ManagerChanged', { ticket }))).toEqual(['new@agence.example']);
    });

    it('tells colleagues one thing for one click', () => {
      const staff = (fact: TicketFact) => told(fact).filter((line) => line.startsWith('manager'));
      expect(staff(aFact('QuoteRefused', { reason: 'other-chosen' }))).toEqual([]);
      expect(staff(aFact('InvoiceReceived', { withCompletion: true }))).toEqual([]);
      expect(staff(aFact('InvoiceRequested', { automatic: true }))).toEqual([]);
      expect(staff(aFact('MissionReplaced'))).toEqual([]);
      expect(staff(aFact('WorkOrderRequested', { anotherContractor: true }))).toHaveLength(1);
      expect(staff(aFact('QuoteRequested', { anotherContractor: true }))).toHaveLength(1);
      expect(staff(aFact('QuoteRequested', { fromWorkOrder: true }))).toHaveLength(1);
      expect(staff(aFact('WorkOrderRequested'))).toEqual([]);
    });

    it('tells the manager of a request to be validated whatever the settings say', () => {
      const ticket = aTicket({ toldUsers: [], manager: user('manager') });
      expect(readers(aFact('PreTicketReceived', { ticket }))).toEqual(['manager@agence.example']);
      const both = aTicket({ toldUsers: [user('manager')], manager: user('manager') });
      expect(readers(aFact('PreTicketReceived', { ticket: both }))).toHaveLength(1);
    });

    it('does not report an appointment to be validated that a user entered', () => {
      const ticket = aTicket({ actor: { kind: 'user', id: 'somebody', name: '' } });
      expect(told(aFact('AppointmentProposed', { ticket }))).toEqual([]);
    });
  });

  describe('quotes', () => {
    it('asks for a quote by mail whatever is ticked', () => {
      const mission = aMission({ contractor: aPerson({ channels: { mail: false, sms: false } }) });
      expect(told(aFact('QuoteRequested', { mission }))).toEqual([
        'contractor mail quote-request.contractor',
      ]);
    });

    it('tells the notified when a work order becomes a quote', () => {
      expect(told(aFact('QuoteRequested', { fromWorkOrder: true }))).toContain(
        'notified mail quote-requested.notified',
      );
    });

    it.each([
      ['by-manager', 'quote-refused'],
      ['other-chosen', 'quote-not-chosen'],
      ['replaced', 'replaced'],
    ] as const)('words a refusal %s as %s', (reason, template) => {
      expect(told(aFact('QuoteRefused', { reason }))).toContain(`contractor mail ${template}.contractor`);
    });

    it('reminds the approver, and nobody else, of an approval', () => {
      const person = aPerson({ mails: [], channels: { mail: false, sms: false } });
      const fact = aFact('ReminderSent', {
        reminder: 'approval',
        correspondent: { id: 'correspondent-1', person },
        ticket: aTicket({ notifyReminders: true }),
      });
      // Typed in with a mobile only: written to all the same.
      expect(told(fact)).toEqual(['correspondent sms approval-reminder.correspondent']);
      expect(planMessages(fact)[0]?.correspondentId).toBe('correspondent-1');
    });
  });

  it('writes to a correspondent without writing to the contractor spoken of', () => {
    const correspondent = { id: 'correspondent-1', person: aPerson({ mails: ['owner@mail.example'] }) };
    expect(told(aFact('MessagePosted', { correspondent }))).toEqual([
      'correspondent mail message.correspondent',
      'correspondent sms message.correspondent',
    ]);
  });

  describe('once', () => {
    const readersOf = (fact: TicketFact) =>
      planMessages(fact)
        .filter(({ audience }) => audience !== 'contractor' && audience !== 'manager')
        .map(({ audience, channel, recipient }) => [audience, channel, ...recipient.addresses].join(' '));
    const tenant = aPerson({ mails: ['t@mail.example'], mobiles: ['+33600000009'] });

    it('a contact person who is notified too gets the message of the contact person', () => {
      const ticket = aTicket({ contacts: [tenant], notified: [tenant] });
      expect(readersOf(aFact('AppointmentValidated', { ticket }))).toEqual([
        'contact mail t@mail.example',
        'contact sms +33600000009',
      ]);
    });

    it('an address of several people is written to for the first of them', () => {
      const spouse = aPerson({ ...tenant, mails: ['t@mail.example', 's@mail.example'], mobiles: [] });
      const ticket = aTicket({ contacts: [], notified: [tenant, spouse] });
      const [first, , second] = readersOf(aFact('CompletionReported', { ticket }));
      expect([first, second]).toEqual(['notified mail t@mail.example', 'notified mail s@mail.example']);
    });

    it('who approves is not told for information as well', () => {
      const correspondent = { id: 'correspondent-1', person: tenant };
      expect(readersOf(aFact('ApprovalRequested', { correspondent, informed: [tenant] }))).toEqual([
        'correspondent mail t@mail.example',
        'correspondent sms +33600000009',
      ]);
    });

    it('a contractor with two missions is told of each', () => {
      const missions = [aMission(), aMission({ id: 'mission-2' })];
      expect(
        planMessages(aFact('TicketClosed', { missions, ticket: aTicket({ notified: [], contacts: [] }) })),
      ).toHaveLength(5);
    });
  });

  it('tells those who had an appointment, and only them, that its contractor is replaced', () => {
    const unvisited = aMission({ appointment: undefined });
    expect(told(aFact('MissionReplaced', { mission: unvisited }))).toEqual([
      'contractor mail replaced.contractor',
      'contractor sms replaced.contractor',
    ]);
  });

  it('does not tell a requester twice who is among the notified', () => {
    const requester = aPerson({ name: 'Mme Petit' });
    const ticket = aTicket({ requester, notified: [aPerson({ channels: { mail: true, sms: false } })] });
    expect(told(aFact('PreTicketValidated', { ticket }))).toEqual([]);
    expect(told(aFact('PreTicketCancelled', { ticket }))).toHaveLength(2);
  });
});
