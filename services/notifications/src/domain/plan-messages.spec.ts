import { describe, expect, it } from '@jest/globals';
import { told } from '../testing/told.js';
import { aFact, aMission, aPerson, aTicket } from '../testing/facts.builder.js';
import type { FactKind, TicketFact } from './facts.js';
import { planMessages } from './plan-messages.js';

describe('planMessages', () => {
  it('tells the notified of reminders only when the ticket says so', () => {
    const fact = aFact('reminder-sent', { ticket: aTicket({ notifyReminders: true }) });
    expect(told(fact)).toContain('notified mail reminder.notified');
  });

  it('takes the template of the reminder that was sent', () => {
    expect(told(aFact('reminder-sent', { reminder: 'invoice' }))).toContain(
      'contractor mail invoice-reminder.contractor',
    );
  });

  it('does not tell the notified of a presence that is only confirmed', () => {
    expect(told(aFact('presence-answered', { answer: 'confirmed', lateMinutes: 0 }))).toEqual([
      'manager mail presence-answered.manager',
    ]);
  });

  it('does not tell the contractors who are done of the closing', () => {
    const fact = aFact('ticket-closed', { missions: [aMission({ over: true })] });
    expect(told(fact).filter((line) => line.startsWith('contractor'))).toEqual([]);
  });

  it('tells each contractor of a closing with the link of the own mission', () => {
    const missions = [aMission(), aMission({ id: 'mission-2' })];
    const contractors = planMessages(aFact('ticket-closed', { missions })).filter(
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
      expect(told(aFact('presence-asked', smsOnly))).toEqual(['contractor sms presence.contractor']);
    });

    it('sends nothing to a contractor reached by telephone', () => {
      const byPhone = contractor({ channels: { mail: false, sms: false } });
      expect(told(aFact('presence-asked', byPhone))).toEqual([]);
    });

    it('asks for the invoice by mail whatever is ticked, and by SMS if ticked', () => {
      const smsOnly = contractor({ channels: { mail: false, sms: true } });
      const neither = contractor({ channels: { mail: false, sms: false } });
      expect(told(aFact('invoice-requested', smsOnly))).toHaveLength(2);
      expect(told(aFact('invoice-requested', neither))).toEqual(['contractor mail invoice.contractor']);
    });

    it('puts several addresses into one message', () => {
      const several = contractor({
        mails: ['a@b.example', 'c@d.example'],
        mobiles: ['+33611111111', '+33622222222'],
      });
      const [mail, sms] = planMessages(aFact('presence-asked', several));
      expect(mail?.recipient.addresses).toEqual(['a@b.example', 'c@d.example']);
      expect(sms?.recipient.addresses).toEqual(['+33611111111', '+33622222222']);
    });

    it('reports a ticked channel without an address', () => {
      const [mail, sms] = planMessages(aFact('presence-asked', contractor({ mails: [] })));
      expect(mail?.start).toBe('no-address');
      expect(sms?.start).toBe('queued');
    });
  });

  describe('silent mode', () => {
    const silent = (kind: FactKind, actor: 'user' | 'system' | 'outsider') => {
      const ticket = aTicket({ silent: true, actor: { kind: actor, id: 'somebody', name: '' } });
      return planMessages(aFact(kind, { ticket }));
    };

    it.each<FactKind>(['ticket-opened', 'work-order-requested', 'reminder-sent', 'ticket-closed'])(
      'keeps %s from third parties',
      (kind) => {
        const outside = silent(kind, 'user').filter(({ audience }) => audience !== 'manager');
        expect(new Set(outside.map(({ start }) => start))).toEqual(new Set(['silenced']));
      },
    );

    it('keeps what the system asks by itself, and lets through what a user asks', () => {
      expect(silent('presence-asked', 'system')[0]?.start).toBe('silenced');
      expect(silent('presence-asked', 'user')[0]?.start).toBe('queued');
      expect(silent('invoice-requested', 'user')[0]?.start).toBe('queued');
    });

    it.each<FactKind>([
      'approval-requested',
      'message-posted',
      'third-parties-informed',
      'new-invoice-requested',
    ])('lets %s through, which a user sends by hand', (kind) => {
      expect(new Set(silent(kind, 'user').map(({ start }) => start))).toEqual(new Set(['queued']));
    });

    it('keeps back the invoice request that a setting makes', () => {
      const ticket = aTicket({ silent: true, actor: { kind: 'user', id: 'somebody', name: '' } });
      const [automatic] = planMessages(aFact('invoice-requested', { ticket, automatic: true }));
      expect(automatic?.start).toBe('silenced');
    });

    it('sends an accepted quote whose signed copy was put there to be sent', () => {
      const ticket = aTicket({ silent: true, actor: { kind: 'user', id: 'somebody', name: '' } });
      const starts = (signed: boolean) =>
        planMessages(aFact('quote-accepted', { ticket, ...(signed ? {} : { signedCopy: undefined }) }))
          .filter(({ audience }) => audience === 'contractor')
          .map(({ start }) => start);
      expect(starts(true)).toEqual(['queued', 'queued']);
      expect(starts(false)).toEqual(['silenced', 'silenced']);
    });

    it('goes on alerting the manager', () => {
      const starts = silent('work-order-accepted', 'outsider').map(({ audience, start }) => [
        audience,
        start,
      ]);
      expect(starts).toEqual([
        ['notified', 'silenced'],
        ['notified', 'silenced'],
        ['manager', 'queued'],
      ]);
    });
  });

  it('does not tell a manager what the manager typed in', () => {
    const ticket = aTicket({ actor: { kind: 'user', id: 'user-1', name: '' } });
    expect(told(aFact('work-order-refused', { ticket }))).toEqual([]);
  });

  it('gives a message the same key each time, and a person listed twice one message', () => {
    const twice = aTicket({ notified: [aPerson(), aPerson()], toldUsers: [] });
    const keys = () => planMessages(aFact('ticket-opened', { ticket: twice })).map(({ key }) => key);
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
      expect(readers(aFact('work-order-refused', { ticket }))).toEqual([
        'creator@agence.example',
        'assistant@agence.example',
      ]);
    });

    it('tells the colleagues of who took a step', () => {
      const ticket = aTicket({
        toldUsers: [user('manager'), user('assistant')],
        actor: { kind: 'user', id: 'manager', name: 'Claire' },
      });
      expect(readers(aFact('quote-accepted', { ticket }))).toEqual(['assistant@agence.example']);
    });

    it('tells the new manager whatever the settings say', () => {
      const ticket = aTicket({ toldUsers: [], manager: user('new') });
      expect(readers(aFact('manager-changed', { ticket }))).toEqual(['new@agence.example']);
    });

    it('does not report an appointment to be validated that a user entered', () => {
      const ticket = aTicket({ actor: { kind: 'user', id: 'somebody', name: '' } });
      expect(told(aFact('appointment-proposed', { ticket }))).toEqual([]);
    });
  });

  describe('quotes', () => {
    it('asks for a quote by mail whatever is ticked', () => {
      const mission = aMission({ contractor: aPerson({ channels: { mail: false, sms: false } }) });
      expect(told(aFact('quote-requested', { mission }))).toEqual([
        'contractor mail quote-request.contractor',
      ]);
    });

    it('tells the notified when a work order becomes a quote', () => {
      expect(told(aFact('quote-requested', { fromWorkOrder: true }))).toContain(
        'notified mail quote-requested.notified',
      );
    });

    it.each([
      ['by-manager', 'quote-refused'],
      ['other-chosen', 'quote-not-chosen'],
      ['replaced', 'replaced'],
    ] as const)('words a refusal %s as %s', (reason, template) => {
      expect(told(aFact('quote-refused', { reason }))).toContain(`contractor mail ${template}.contractor`);
    });

    it('reminds the approver, and nobody else, of an approval', () => {
      const person = aPerson({ mails: [], channels: { mail: false, sms: false } });
      const fact = aFact('reminder-sent', {
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
    expect(told(aFact('message-posted', { correspondent }))).toEqual([
      'correspondent mail message.correspondent',
      'correspondent sms message.correspondent',
    ]);
  });

  it('does not tell a requester twice who is among the notified', () => {
    const requester = aPerson({ name: 'Mme Petit' });
    const ticket = aTicket({ requester, notified: [aPerson({ channels: { mail: true, sms: false } })] });
    expect(told(aFact('pre-ticket-validated', { ticket }))).toEqual([]);
    expect(told(aFact('pre-ticket-cancelled', { ticket }))).toHaveLength(2);
  });
});
