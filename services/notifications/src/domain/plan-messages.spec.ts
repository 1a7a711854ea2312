import { describe, expect, it } from '@jest/globals';
import { aFact, aMission, aPerson, aTicket } from '../testing/facts.builder.js';
import type { FactKind, TicketFact } from './facts.js';
import { planMessages } from './plan-messages.js';

/** "audience channel template" of each message, sorted. */
const told = (fact: TicketFact): string[] =>
  planMessages(fact)
    .map(({ audience, channel, template }) => `${audience} ${channel} ${template}`)
    .sort();

describe('planMessages', () => {
  const table: [FactKind, string[]][] = [
    ['ticket-opened', ['notified mail ticket-opened.notified', 'notified sms ticket-opened.notified']],
    [
      'work-order-requested',
      [
        'contact sms work-order.contact',
        'contractor mail work-order.contractor',
        'contractor sms work-order.contractor',
      ],
    ],
    [
      'work-order-accepted',
      [
        'manager mail work-order-accepted.manager',
        'notified mail work-order-accepted.notified',
        'notified sms work-order-accepted.notified',
      ],
    ],
    ['work-order-refused', ['manager mail work-order-refused.manager']],
    [
      'reminder-sent',
      ['contractor mail work-order-reminder.contractor', 'contractor sms work-order-reminder.contractor'],
    ],
    ['reminders-exhausted', ['manager mail reminders-exhausted.manager']],
    ['presence-asked', ['contractor mail presence.contractor', 'contractor sms presence.contractor']],
    [
      'presence-answered',
      [
        'manager mail presence-answered.manager',
        'notified mail presence-answered.notified',
        'notified sms presence-answered.notified',
      ],
    ],
    ['completion-asked', ['contractor mail completion.contractor', 'contractor sms completion.contractor']],
    [
      'completion-reported',
      [
        'manager mail completion.manager',
        'notified mail completion.notified',
        'notified sms completion.notified',
      ],
    ],
    ['invoice-requested', ['contractor mail invoice.contractor', 'contractor sms invoice.contractor']],
    ['invoice-received', ['manager mail invoice.manager']],
    [
      'new-invoice-requested',
      ['contractor mail new-invoice.contractor', 'contractor sms new-invoice.contractor'],
    ],
    [
      'ticket-closed',
      [
        'contractor mail ticket-closed.contractor',
        'contractor sms ticket-closed.contractor',
        'notified mail ticket-closed.notified',
        'notified sms ticket-closed.notified',
      ],
    ],
  ];

  it.each(table)('tells who must be told of %s', (kind, expected) => {
    expect(told(aFact(kind))).toEqual(expected);
  });

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
      const ticket = aTicket({ silent: true, actor: { kind: actor, id: 'somebody' } });
      return planMessages(aFact(kind, { ticket }));
    };

    it.each<FactKind>(['ticket-opened', 'work-order-requested', 'reminder-sent', 'ticket-closed'])(
      'keeps %s from third parties',
      (kind) => {
        expect(new Set(silent(kind, 'user').map(({ start }) => start))).toEqual(new Set(['silenced']));
      },
    );

    it('keeps what the system asks by itself, and lets through what a user asks', () => {
      expect(silent('presence-asked', 'system')[0]?.start).toBe('silenced');
      expect(silent('presence-asked', 'user')[0]?.start).toBe('queued');
      expect(silent('invoice-requested', 'user')[0]?.start).toBe('queued');
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
    const ticket = aTicket({ actor: { kind: 'user', id: 'user-1' } });
    expect(told(aFact('work-order-refused', { ticket }))).toEqual([]);
  });

  it('gives a message the same key each time, and a person listed twice one message', () => {
    const twice = aTicket({ notified: [aPerson(), aPerson()] });
    const keys = () => planMessages(aFact('ticket-opened', { ticket: twice })).map(({ key }) => key);
    expect(keys()).toEqual(keys());
    expect(keys()).toHaveLength(2);
  });
});
