import { describe, expect, it } from '@jest/globals';
import { aDocument, aDraft, aPerson, aRequester, aUser } from '../../testing/builders.js';
import { HOUR, OPENED, Scenario, after, refusal } from '../../testing/scenario.js';
import { userActions } from '../actions/actions.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import type { TicketDraft } from '../ticket/draft.js';
import { ticketType } from '../ticket/ticket.js';

/** Manual, "Précisions sur les tickets de type « ? »". */

const validated = (scenario: Scenario, draft: Partial<TicketDraft> = {}, settings = DEFAULT_SETTINGS) =>
  scenario.at(after(HOUR)).asks('ValidatePreTicket', {
    draft: aDraft({ attachments: [], ...draft }),
    missionIds: ['m1', 'm2'],
    settings,
  });

describe('a client asks on its extranet', () => {
  const asked = Scenario.requested();

  it('and a "?" is there, which the manager must look at', () => {
    expect(ticketType(asked.ticket)).toBe('PRE_TICKET');
    expect(asked.shown).toBe('PENDING_VALIDATION BLUE');
    expect(asked.facts).toEqual(['PreTicketReceived']);
  });

  it('what it wrote is the original description, what it sent is kept', () => {
    const { details, documents } = asked.ticket;
    expect(details).toMatchObject({ description: '', originalDescription: 'Plus d’eau chaude depuis hier.' });
    expect(documents.map(({ ref, kind }) => [ref.id, kind])).toEqual([['photo-1', 'ATTACHMENT']]);
  });

  it('it is somebody to be notified, by mail when it never chose', () => {
    expect(asked.ticket.details.notified).toEqual([
      expect.objectContaining({ name: 'Mme Petit', channels: { mail: true, sms: false } }),
    ]);
  });

  it('nobody of the agency made it: a client is no creator to be written to', () => {
    expect(asked.ticket.details.creator).toEqual({ id: '', name: 'Mme Petit', mail: '', phone: '' });
  });

  it('the manager is offered to validate or to cancel, and the former suggested', () => {
    const actions = userActions(asked.ticket);
    expect(actions.map(({ command }) => command)).toEqual([
      'ValidatePreTicket',
      'CancelPreTicket',
      'UpdateTicket',
      'AddNote',
      'PostMessage',
      'DeleteTicket',
    ]);
    expect(actions.filter(({ suggested }) => suggested).map(({ command }) => command)).toEqual([
      'ValidatePreTicket',
    ]);
  });

  it.each([
    ['nothing about where', { place: undefined }, 'INVALID_TICKET; place REQUIRED'],
    ['no subject', { subject: ' ' }, 'INVALID_TICKET; subject REQUIRED'],
    ['in somebody else’s name', { requester: aPerson() }, 'INVALID_TICKET; requester.partyId NOT_THE_CALLER'],
  ])('is refused with %s', (_case, request, expected) => {
    expect(refusal(() => Scenario.requested(request))).toBe(expected);
  });

  it('a contractor asks for nothing', () => {
    const contractor = { kind: 'CONTRACTOR', id: 'm1', name: 'Dupont' } as const;
    expect(refusal(() => Scenario.requested({}, contractor))).toBe('ACTOR_NOT_ALLOWED');
  });
});

describe('the manager validates', () => {
  it('and it is a work order like any other, its contractor asked', () => {
    const opened = validated(Scenario.requested());
    expect(opened.facts).toEqual(['PreTicketValidated', 'TicketOpened', 'WorkOrderRequested']);
    expect(opened.shown).toBe('WORK_ORDER_SENT GREY');
    expect(opened.armed).toEqual(['WORK_ORDER_REMINDER']);
  });

  it('or quotes of several contractors', () => {
    const opened = validated(Scenario.requested(), { quote: true, contractors: [aPerson(), aPerson()] });
    expect(opened.facts).toEqual(['PreTicketValidated', 'TicketOpened', 'QuoteRequested', 'QuoteRequested']);
    expect(ticketType(opened.ticket)).toBe('MULTIPLE_QUOTE');
    expect(opened.shown).toBe('QUOTE_REQUESTED GREY');
  });

  it('what came with the request stays: its documents, its text, its requester, its time, its number', () => {
    const opened = validated(Scenario.requested(), {
      originalDescription: '',
      attachments: [aDocument({ id: 'photo-1' }), aDocument({ id: 'plan' })],
    });
    expect(opened.ticket.documents.map(({ ref }) => ref.id)).toEqual(['photo-1', 'plan']);
    expect(opened.ticket.details).toMatchObject({
      number: 1,
      originalDescription: 'Plus d’eau chaude depuis hier.',
      requester: { name: 'Mme Petit' },
      requestedAt: OPENED,
      openedAt: after(HOUR),
      creator: { id: 'user-1', mail: 'claire@tilleuls.example' },
    });
  });

  it('the requester is notified by default; a list of the manager’s own is taken as it is', () => {
    expect(validated(Scenario.requested()).ticket.details.notified).toMatchObject([{ name: 'Mme Petit' }]);
    const own = validated(Scenario.requested(), { notified: [aPerson({ name: 'Le gardien' })] });
    expect(own.ticket.details.notified).toMatchObject([{ name: 'Le gardien' }]);
  });

  it('the draft must be whole', () => {
    expect(refusal(() => validated(Scenario.requested(), { contractors: [] }))).toBe(
      'INVALID_TICKET; contractors REQUIRED',
    );
  });

  it('once', () => {
    expect(refusal(() => validated(validated(Scenario.requested())))).toBe('ACTION_NOT_ALLOWED');
  });

  it('and nobody else does', () => {
    const draft = aDraft();
    const act = () =>
      Scenario.requested().asks(
        'ValidatePreTicket',
        { draft, missionIds: ['m1'], settings: DEFAULT_SETTINGS },
        aRequester(),
      );
    expect(refusal(act)).toBe('ACTOR_NOT_ALLOWED');
  });
});

describe('the manager cancels', () => {
  const cancelled = Scenario.requested().at(after(HOUR)).asks('CancelPreTicket', { reason: 'Déjà réparé' });

  it('and that is the end of it', () => {
    expect(cancelled.facts).toEqual(['PreTicketCancelled']);
    expect(cancelled.shown).toBe('CANCELLED RED');
    expect(userActions(cancelled.ticket).map(({ command }) => command)).toEqual(['DeleteTicket']);
  });

  it('nothing follows', () => {
    expect(refusal(() => validated(cancelled))).toBe('ACTION_NOT_ALLOWED');
    expect(refusal(() => cancelled.asks('CancelPreTicket', { reason: '' }))).toBe('ACTION_NOT_ALLOWED');
    expect(refusal(() => cancelled.closes())).toBe('ACTION_NOT_ALLOWED');
    expect(cancelled.fires(after(1_000 * HOUR)).facts).toEqual([]);
  });
});

describe('a note of a site visit', () => {
  const noted = Scenario.requested(
    { source: 'VTI', manager: undefined, requester: undefined, subject: 'Ampoule du hall' },
    aUser(),
  );

  it('waits without a manager', () => {
    expect(noted.shown).toBe('PENDING_VALIDATION BLUE');
    expect(noted.ticket.details).toMatchObject({ source: 'VTI', manager: { id: '' }, notified: [] });
  });

  it('is given one before or at its validation', () => {
    const manager = { id: 'user-2', name: 'Paul Girard', mail: 'paul@tilleuls.example', phone: '' };
    const given = noted.asks('ChangeManager', { manager });
    expect(given.ticket.details.manager).toEqual(manager);
    expect(given.shown).toBe('PENDING_VALIDATION BLUE');
    expect(validated(noted).ticket.details.manager.id).toBe('user-1');
  });
});

describe('a "?" goes no step of a mission', () => {
  it.each([
    [
      'messages',
      () => Scenario.requested().asks('InformThirdParties', { persons: [aPerson()], comment: '' }),
    ],
    ['closing', () => Scenario.requested().closes()],
  ])('no %s', (_case, act) => {
    expect(refusal(act)).toBe('ACTION_NOT_ALLOWED');
  });
});
