import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_FACTS } from '../adapters/templating/fr/example-facts.js';
import { aFact, aMission, aPerson, aTicket } from '../testing/facts.builder.js';
import type { FactKind, TicketFact } from './facts.js';
import { planMessages } from './plan-messages.js';
import { TEMPLATE_CODES } from './template-codes.js';

/** "audience channel template" of each message, sorted. */
const told = (fact: TicketFact): string[] =>
  planMessages(fact)
    .map(({ audience, channel, template }) => `${audience} ${channel} ${template}`)
    .sort();

describe('planMessages', () => {
  const table: { readonly [K in FactKind]: readonly string[] } = {
    'ticket-opened': ['manager mail moved', 'notified mail ticket-opened', 'notified sms ticket-opened'],
    'work-order-requested': [
      'contact sms work-order',
      'contractor mail work-order',
      'contractor sms work-order',
    ],
    'work-order-accepted': [
      'manager mail work-order-accepted',
      'notified mail work-order-accepted',
      'notified sms work-order-accepted',
    ],
    'work-order-refused': ['manager mail work-order-refused'],
    'reminder-sent': ['contractor mail work-order-reminder', 'contractor sms work-order-reminder'],
    'reminders-exhausted': ['manager mail reminders-exhausted'],
    'presence-asked': ['contractor mail presence', 'contractor sms presence'],
    'presence-answered': [
      'manager mail presence-answered',
      'notified mail presence-answered',
      'notified sms presence-answered',
    ],
    'completion-asked': ['contractor mail completion', 'contractor sms completion'],
    'completion-reported': ['manager mail completion', 'notified mail completion', 'notified sms completion'],
    'invoice-requested': ['contractor mail invoice', 'contractor sms invoice'],
    'invoice-received': ['manager mail invoice'],
    'new-invoice-requested': ['contractor mail new-invoice', 'contractor sms new-invoice'],
    'ticket-closed': [
      'contractor mail ticket-closed',
      'contractor sms ticket-closed',
      'manager mail moved',
      'notified mail ticket-closed',
      'notified sms ticket-closed',
    ],
    'ticket-reopened': [
      'manager mail moved',
      'notified mail ticket-reopened',
      'notified sms ticket-reopened',
    ],
    'ticket-updated': [],
    'note-added': [],
    'reach-changed': [],
    'manager-changed': ['manager mail manager-changed'],
    'pre-ticket-received': ['manager mail pre-ticket-received'],
    'pre-ticket-validated': ['requester mail pre-ticket-validated', 'requester sms pre-ticket-validated'],
    'pre-ticket-cancelled': ['requester mail pre-ticket-cancelled', 'requester sms pre-ticket-cancelled'],
    'quote-requested': ['contractor mail quote-request', 'contractor sms quote-request'],
    'quote-promised': ['manager mail quote-promised'],
    'quote-request-refused': ['manager mail quote-request-refused'],
    'quote-received': [
      'manager mail quote-received',
      'notified mail quote-received',
      'notified sms quote-received',
    ],
    'approval-requested': [
      'correspondent mail approval',
      'correspondent sms approval',
      'manager mail moved',
      'notified mail approval-informed',
      'notified sms approval-informed',
    ],
    'approval-answered': ['manager mail approval-answered'],
    'quote-accepted': [
      'contact sms quote-accepted',
      'contractor mail quote-accepted',
      'contractor sms quote-accepted',
      'manager mail moved',
      'notified mail quote-accepted',
      'notified sms quote-accepted',
    ],
    'quote-refused': ['contractor mail quote-refused', 'contractor sms quote-refused', 'manager mail moved'],
    'mission-replaced': ['contractor mail replaced', 'contractor sms replaced', 'manager mail moved'],
    'appointment-proposed': ['manager mail appointment-proposed'],
    'appointment-validated': [
      'contact sms appointment-validated',
      'contractor mail appointment-validated',
      'contractor sms appointment-validated',
      'manager mail moved',
      'notified mail appointment-validated',
      'notified sms appointment-validated',
    ],
    'appointment-postponed': [
      'contact sms appointment-postponed',
      'contractor mail appointment-postponed',
      'contractor sms appointment-postponed',
      'manager mail moved',
      'notified mail appointment-postponed',
      'notified sms appointment-postponed',
    ],
    'appointment-cancelled': [
      'contact sms appointment-cancelled',
      'contractor mail appointment-cancelled',
      'contractor sms appointment-cancelled',
      'manager mail moved',
      'notified mail appointment-cancelled',
      'notified sms appointment-cancelled',
    ],
    'visit-reminded': ['contractor mail visit', 'contractor sms visit'],
    'reading-acknowledged': ['manager mail reading-acknowledged'],
    'stepped-back': ['manager mail moved'],
    'third-parties-informed': ['notified mail step', 'notified sms step'],
    'message-posted': ['contractor mail message', 'contractor sms message'],
    'message-received': ['manager mail message-received'],
  };

  it.each(Object.entries(table))('tells who must be told of %s', (kind, expected) => {
    const full = expected.map((line) => `${line}.${line.split(' ')[0]}`);
    expect(told(aFact(kind as FactKind))).toEqual(full);
  });

  it('has a use for every template', () => {
    const used = new Set(EXAMPLE_FACTS.flatMap((fact) => planMessages(fact)).map(({ template }) => template));
    expect([...used].sort()).toEqual([...TEMPLATE_CODES].sort());
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
