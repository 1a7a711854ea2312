import { describe, expect, it } from '@jest/globals';
import { aContractor, aDocument, aPerson } from '../../testing/builders.js';
import { HOUR, Scenario, after, refusal } from '../../testing/scenario.js';
import type { OptionChoice } from '../values/options.js';
import type { UpdateTicket } from '../ticket/ticket-commands.js';

/** Manual, "L'entête": "modifiable à tout moment par un clic sur le pictogramme". */

const updates = (
  scenario: Scenario,
  content: Partial<Omit<UpdateTicket, 'type' | 'actor' | 'now'>> & OptionChoice,
): Scenario => scenario.asks('UpdateTicket', { addedAttachments: [], ...content });

describe('a ticket is changed', () => {
  it('in what is named; the rest stays', () => {
    const changed = updates(Scenario.opened(), { subject: ' Fuite majeure ', urgent: true });
    expect(changed.events).toMatchObject([{ type: 'TicketUpdated', fields: ['subject', 'urgent'] }]);
    expect(changed.ticket.details).toMatchObject({
      subject: 'Fuite majeure',
      options: { urgent: true },
      description: 'L’eau coule en continu.',
    });
  });

  it('in nothing when all is as it was: no fact, no entry', () => {
    const same = {
      subject: 'Fuite sous l’évier',
      urgent: false,
      contacts: [],
      timers: { invoice: { hours: 168 } },
    };
    expect(updates(Scenario.opened(), same).facts).toEqual([]);
  });

  it('silent mode goes on and off "à souhait"', () => {
    const silent = updates(Scenario.opened(), { silent: true });
    expect(silent.ticket.details.options.silent).toBe(true);
    expect(updates(silent, { silent: false }).ticket.details.options.silent).toBe(false);
    // Timers advance; what they send is not sent.
    expect(silent.armed).toEqual(['WORK_ORDER_REMINDER']);
  });

  it('contacts and notified people: present and empty means nobody', () => {
    const opened = Scenario.opened({ contacts: [aPerson()], notified: [aPerson()] });
    const changed = updates(opened, { contacts: [] });
    expect(changed.ticket.details).toMatchObject({ contacts: [], notified: [{ name: 'Plomberie Dupont' }] });
  });

  it('attachments are added once', () => {
    const opened = Scenario.opened({ attachments: [aDocument({ id: 'photo' })] });
    const changed = updates(opened, {
      addedAttachments: [aDocument({ id: 'photo' }), aDocument({ id: 'plan' })],
    });
    expect(changed.events).toMatchObject([{ fields: ['addedAttachments'], attachments: [{ id: 'plan' }] }]);
    expect(changed.ticket.documents.map(({ ref }) => ref.id)).toEqual(['photo', 'plan']);
  });

  it.each([
    ['an empty subject', { subject: '' }, 'subject REQUIRED'],
    ['a circle of the other module', { visibility: 'COUNCIL' as const }, 'visibility NOT_IN_THIS_MODULE'],
    ['a reminder without a delay', { timers: { quote: { hours: 0 } } }, 'timers.quote.hours TOO_SMALL'],
    ['an hour that is none', { timers: { quiet: { from: 24, until: 8 } } }, 'timers.quiet.from TOO_LARGE'],
    [
      'a contact that cannot be reached as asked',
      { contacts: [aPerson({ mails: [] })] },
      'contacts.0.mails REQUIRED',
    ],
  ])('not with %s', (_case, content, expected) => {
    expect(refusal(() => updates(Scenario.opened(), content))).toBe(`INVALID_TICKET; ${expected}`);
  });

  it('the owner’s name is for gérance', () => {
    expect(refusal(() => updates(Scenario.opened({ module: 'SYNDIC' }), { sendOwner: true }))).toBe(
      'INVALID_TICKET; sendOwner GERANCE_ONLY',
    );
  });

  it('by the agency, while it is open', () => {
    const content = { addedAttachments: [], urgent: true };
    expect(refusal(() => Scenario.opened().asks('UpdateTicket', content, aContractor('m1')))).toBe(
      'ACTOR_NOT_ALLOWED',
    );
    expect(refusal(() => updates(Scenario.opened().closes(), content))).toBe('TICKET_ALREADY_CLOSED');
  });
});

describe('running timers follow changed delays', () => {
  const timers = (hours: number, maximum = 3) => ({ timers: { workOrder: { hours, maximum } } });

  it('a reminder counts from its request', () => {
    const changed = updates(Scenario.opened().at(after(HOUR)), timers(4));
    expect(changed.events).toMatchObject([{ fields: ['timers'] }]);
    expect(changed.due('WORK_ORDER_REMINDER')).toBe(after(4 * HOUR).toISOString());
  });

  it('none wanted, none waits', () => {
    expect(updates(Scenario.opened(), timers(48, 0)).armed).toEqual([]);
  });

  it('presence asked for after the acceptance is still asked', () => {
    const accepted = Scenario.opened().does('AcceptWorkOrder');
    expect(accepted.armed).toEqual(['COMPLETION']);
    expect(updates(accepted, { askPresence: true }).armed).toEqual(['COMPLETION', 'PRESENCE']);
  });

  it('a reopened ticket follows them like any other', () => {
    const reopened = (scenario: Scenario) => scenario.closes().asks('ReopenTicket', { comment: '' });
    expect(updates(reopened(Scenario.opened()), timers(4)).armed).toEqual(['WORK_ORDER_REMINDER']);
    const visited = reopened(Scenario.opened().does('AcceptWorkOrder'));
    expect(updates(visited, { askPresence: true }).armed).toEqual(['COMPLETION', 'PRESENCE']);
  });
});

describe('another manager', () => {
  const paul = { id: 'user-2', name: 'Paul Girard', mail: 'paul@tilleuls.example', phone: '' };

  it('takes over', () => {
    const changed = Scenario.opened().asks('ChangeManager', { manager: paul });
    expect(changed.events).toMatchObject([{ type: 'ManagerChanged', previous: { id: 'user-1' } }]);
    expect(changed.ticket.details.manager).toEqual(paul);
    expect(changed.asks('ChangeManager', { manager: paul }).facts).toEqual([]);
  });

  it('must be somebody', () => {
    expect(refusal(() => Scenario.opened().asks('ChangeManager', { manager: { ...paul, id: '' } }))).toBe(
      'INVALID_COMMAND; manager REQUIRED',
    );
  });
});

describe('a closed ticket is reopened', () => {
  const reopened = Scenario.opened()
    .does('AcceptWorkOrder')
    .closes()
    .at(after(2 * HOUR));

  it('where it was, and waits for what its status waits for', () => {
    const open = reopened.asks('ReopenTicket', { comment: 'Fuite revenue' });
    expect(open.facts).toEqual(['TicketReopened']);
    expect(open.shown).toBe('WORK_ORDER_ACCEPTED GREY');
    expect(open.armed).toEqual(['COMPLETION']);
    expect(open.does('ReportCompletion').manages('RequestInvoice').armed).toEqual(['INVOICE_REMINDER']);
  });

  it('with its delays from now on: nothing is caught up', () => {
    const later = Scenario.opened()
      .closes()
      .at(after(500 * HOUR));
    const open = later.asks('ReopenTicket', { comment: '' });
    expect(open.timers).toMatchObject([{ kind: 'WORK_ORDER_REMINDER', since: later.now, sent: 0 }]);
    expect(open.fires(later.now).facts).toEqual([]);
    const visited = Scenario.opened()
      .does('AcceptWorkOrder')
      .closes()
      .at(after(500 * HOUR));
    const afterVisit = visited.asks('ReopenTicket', { comment: '' });
    expect(afterVisit.armed).toEqual(['COMPLETION']);
    expect(afterVisit.fires(after(510 * HOUR)).facts).toEqual(['CompletionAsked']);
  });

  it('only when it is closed', () => {
    expect(refusal(() => Scenario.opened().asks('ReopenTicket', { comment: '' }))).toBe('ACTION_NOT_ALLOWED');
  });
});
