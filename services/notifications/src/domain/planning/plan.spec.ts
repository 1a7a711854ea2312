import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_FACTS } from '../../adapters/templating/fr/example-facts.js';
import { aFact } from '../../testing/facts.builder.js';
import type { FactKind } from '../facts/facts.js';
import { told } from '../../testing/told.js';
import { planMessages } from './plan-messages.js';
import { TEMPLATE_CODES } from '../template-codes.js';

describe('the plan', () => {
  const table: { readonly [K in FactKind]: readonly string[] } = {
    TicketOpened: ['manager mail moved', 'notified mail ticket-opened', 'notified sms ticket-opened'],
    WorkOrderRequested: ['contact sms work-order', 'contractor mail work-order', 'contractor sms work-order'],
    WorkOrderAccepted: [
      'contact sms work-order-accepted',
      'contractor mail work-order-accepted',
      'contractor sms work-order-accepted',
      'manager mail work-order-accepted',
      'notified mail work-order-accepted',
      'notified sms work-order-accepted',
    ],
    WorkOrderRefused: ['manager mail work-order-refused'],
    ReminderSent: ['contractor mail work-order-reminder', 'contractor sms work-order-reminder'],
    RemindersExhausted: ['manager mail reminders-exhausted'],
    AddressRefused: ['manager mail address-refused'],
    PresenceAsked: ['contractor mail presence', 'contractor sms presence'],
    PresenceAnswered: [
      'contact sms presence-answered',
      'manager mail presence-answered',
      'notified mail presence-answered',
      'notified sms presence-answered',
    ],
    CompletionAsked: ['contractor mail completion', 'contractor sms completion'],
    CompletionReported: ['manager mail completion', 'notified mail completion', 'notified sms completion'],
    InvoiceRequested: ['contractor mail invoice', 'contractor sms invoice', 'manager mail moved'],
    InvoiceReceived: ['manager mail invoice'],
    NewInvoiceRequested: ['contractor mail new-invoice', 'contractor sms new-invoice', 'manager mail moved'],
    TicketClosed: [
      'contact sms ticket-closed',
      'contractor mail ticket-closed',
      'contractor sms ticket-closed',
      'manager mail moved',
      'notified mail ticket-closed',
      'notified sms ticket-closed',
    ],
    TicketReopened: [
      'contact sms ticket-reopened',
      'contractor mail ticket-reopened',
      'contractor sms ticket-reopened',
      'manager mail moved',
      'notified mail ticket-reopened',
      'notified sms ticket-reopened',
    ],
    TicketDeleted: [
      'contact sms ticket-closed',
      'contractor mail ticket-closed',
      'contractor sms ticket-closed',
    ],
    TicketUpdated: [],
    NoteAdded: [],
    ReachChanged: [],
    ManagerChanged: ['manager mail manager-changed'],
    PreTicketReceived: [
      'manager mail pre-ticket-received',
      'requester mail pre-ticket-received',
      'requester sms pre-ticket-received',
    ],
    PreTicketValidated: ['requester mail pre-ticket-validated', 'requester sms pre-ticket-validated'],
    PreTicketCancelled: ['requester mail pre-ticket-cancelled', 'requester sms pre-ticket-cancelled'],
    QuoteRequested: ['contractor mail quote-request', 'contractor sms quote-request'],
    QuotePromised: ['manager mail quote-promised'],
    QuoteRequestRefused: ['manager mail quote-request-refused'],
    QuoteReceived: [
      'manager mail quote-received',
      'notified mail quote-received',
      'notified sms quote-received',
    ],
    ApprovalRequested: [
      'correspondent mail approval',
      'correspondent sms approval',
      'manager mail moved',
      'notified mail approval-informed',
      'notified sms approval-informed',
    ],
    ApprovalAnswered: [
      'correspondent mail approval-answered',
      'correspondent sms approval-answered',
      'manager mail approval-answered',
    ],
    QuoteAccepted: [
      'contact sms quote-accepted',
      'contractor mail quote-accepted',
      'contractor sms quote-accepted',
      'manager mail moved',
      'notified mail quote-accepted',
      'notified sms quote-accepted',
    ],
    QuoteRefused: ['contractor mail quote-refused', 'contractor sms quote-refused', 'manager mail moved'],
    MissionReplaced: [
      'contact sms replaced',
      'contractor mail replaced',
      'contractor sms replaced',
      'notified mail replaced',
      'notified sms replaced',
    ],
    AppointmentProposed: ['manager mail appointment-proposed'],
    AppointmentValidated: [
      'contact sms appointment-validated',
      'contractor mail appointment-validated',
      'contractor sms appointment-validated',
      'manager mail moved',
      'notified mail appointment-validated',
      'notified sms appointment-validated',
    ],
    AppointmentPostponed: [
      'contact sms appointment-postponed',
      'contractor mail appointment-postponed',
      'contractor sms appointment-postponed',
      'manager mail moved',
      'notified mail appointment-postponed',
      'notified sms appointment-postponed',
    ],
    AppointmentCancelled: [
      'contact sms appointment-cancelled',
      'contractor mail appointment-cancelled',
      'contractor sms appointment-cancelled',
      'manager mail moved',
      'notified mail appointment-cancelled',
      'notified sms appointment-cancelled',
    ],
    VisitReminded: ['contractor mail visit', 'contractor sms visit'],
    ReadingAcknowledged: ['manager mail reading-acknowledged'],
    SteppedBack: ['manager mail moved'],
    ThirdPartiesInformed: ['notified mail step', 'notified sms step'],
    MessagePosted: ['contractor mail message', 'contractor sms message'],
    MessageReceived: ['manager mail message-received'],
  };

  it.each(Object.entries(table))('tells who must be told of %s', (kind, expected) => {
    const full = expected.map((line) => `${line}.${line.split(' ')[0]}`);
    expect(told(aFact(kind as FactKind))).toEqual(full);
  });

  it('tells a requester whom it writes to anyway: accepted, then whether it is repaired, and once', () => {
    const { ticket } = aFact('TicketOpened');
    const ofTenant = { ...ticket, requester: ticket.notified[0] };
    const opened = told(aFact('TicketOpened', { ticket: ofTenant, ofRequest: true }));
    expect(opened).toEqual([
      'manager mail moved.manager',
      'requester mail pre-ticket-validated.requester',
      'requester sms pre-ticket-validated.requester',
    ]);
    expect(told(aFact('PreTicketValidated', { ticket: ofTenant }))).toEqual([]);
    expect(told(aFact('CompletionReported', { ticket: ofTenant }))).toEqual([
      'manager mail completion.manager',
      'requester mail completion.requester',
      'requester sms completion.requester',
    ]);
  });

  it('tells the manager of a request that its requester took back, and not the requester', () => {
    const { ticket } = aFact('PreTicketCancelled');
    const actor = { kind: 'outsider', id: ticket.requesterId ?? '', name: '' } as const;
    expect(told(aFact('PreTicketCancelled', { ticket: { ...ticket, actor } }))).toEqual([
      'manager mail pre-ticket-withdrawn.manager',
    ]);
  });

  it('has a use for every template', () => {
    const used = new Set(EXAMPLE_FACTS.flatMap((fact) => planMessages(fact)).map(({ template }) => template));
    expect([...used].sort()).toEqual([...TEMPLATE_CODES].sort());
  });
});
