import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_FACTS } from '../adapters/templating/fr/example-facts.js';
import { aFact } from '../testing/facts.builder.js';
import type { FactKind } from './facts.js';
import { told } from '../testing/told.js';
import { planMessages } from './plan-messages.js';
import { TEMPLATE_CODES } from './template-codes.js';

describe('the plan', () => {
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
    'invoice-requested': ['contractor mail invoice', 'contractor sms invoice', 'manager mail moved'],
    'invoice-received': ['manager mail invoice'],
    'new-invoice-requested': [
      'contractor mail new-invoice',
      'contractor sms new-invoice',
      'manager mail moved',
    ],
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
    'mission-replaced': [
      'contact sms replaced',
      'contractor mail replaced',
      'contractor sms replaced',
      'notified mail replaced',
      'notified sms replaced',
    ],
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
});
