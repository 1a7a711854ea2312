import { describe, expect, it } from '@jest/globals';
import { aDraft, aUser } from '../../testing/builders.js';
import { OPENED, Scenario } from '../../testing/scenario.js';
import { decide } from '../decide.js';
import type { TicketDraft } from '../ticket/draft.js';
import { evolve } from '../ticket/evolve.js';
import type { TicketDetails } from '../values/model.js';
import { DEFAULT_SETTINGS, checkSettings, notifiedUsers } from './settings.js';
import type { ModuleSettings } from './settings.js';
import { NO_TICKET } from '../ticket/ticket.js';
import type { Ticket } from '../ticket/ticket.js';

/** Manual, "Paramétrer le module". */

const SETTINGS: ModuleSettings = {
  ...DEFAULT_SETTINGS,
  visibility: 'TENANTS',
  readReceipt: true,
  automaticInvoiceRequest: true,
  defaultDescription: 'Merci d’intervenir avec soin.',
  timers: { ...DEFAULT_SETTINGS.timers, workOrder: { hours: 4, maximum: 1 }, quiet: { from: 0, until: 0 } },
};

function openedWith(draft: Partial<TicketDraft>, settings = SETTINGS): TicketDetails {
  const identity = { id: 't', agencyId: 'a', number: 1, missionIds: ['m1'] };
  const ticket = decide(
    { type: 'OpenTicket', actor: aUser(), now: OPENED, identity, draft: aDraft(draft), settings },
    NO_TICKET,
  ).reduce<Ticket>(evolve, NO_TICKET);
  if (ticket.phase === 'none') throw new Error('no ticket');
  return ticket.details;
}

describe('a new ticket takes the settings', () => {
  it('where the form says nothing', () => {
    expect(openedWith({ description: ' ' })).toMatchObject({
      options: { visibility: 'TENANTS', readReceipt: true, automaticInvoiceRequest: true },
      description: 'Merci d’intervenir avec soin.',
      timerSettings: { workOrder: { hours: 4, maximum: 1 }, quote: { hours: 120, maximum: 3 } },
    });
  });

  it('not where it says something, be it no', () => {
    const said = { visibility: 'OWNERS', readReceipt: false, automaticInvoiceRequest: false } as const;
    const timers = { workOrder: { maximum: 0 }, visitHours: 0 };
    expect(openedWith({ ...said, timers, description: 'Fuite' })).toMatchObject({
      options: said,
      description: 'Fuite',
      timerSettings: { workOrder: { hours: 4, maximum: 0 }, visitHours: 0 },
    });
  });
});

describe('"Notifier"', () => {
  const claire = { id: 'user-1', name: 'Claire', mail: 'claire@x.example', phone: '' };
  const paul = { id: 'user-2', name: 'Paul', mail: 'paul@x.example', phone: '' };
  const { details } = Scenario.opened({ manager: claire, assistant: paul }).ticket;
  const told = (notify: ModuleSettings['notify'], over: Partial<TicketDetails> = {}) =>
    notifiedUsers({ ...details, ...over }, { ...SETTINGS, notify }).map(({ id }) => id);

  it.each([
    [{ creator: false, manager: true, assistant: false }, ['user-1']],
    [{ creator: false, manager: false, assistant: true }, ['user-2']],
    // The creator is the manager here: told once.
    [{ creator: true, manager: true, assistant: true }, ['user-1', 'user-2']],
    [{ creator: false, manager: false, assistant: false }, []],
  ])('%j', (notify, expected) => {
    expect(told(notify)).toEqual(expected);
  });

  it('nobody is told who is not there: a "?" of a visit has no manager', () => {
    const { details: noted } = Scenario.requested({ source: 'VTI', manager: undefined }).ticket;
    expect(told({ creator: true, manager: true, assistant: true }, noted)).toEqual([]);
  });

  it('the creator is written to at the address the form gave', () => {
    const creator = { ...paul, id: 'user-1' };
    expect(openedWith({ creator, manager: { ...paul, id: 'user-3' } }).creator).toEqual(creator);
  });
});

describe('settings are refused', () => {
  it.each([
    ['no circle', { visibility: undefined }, 'visibility REQUIRED'],
    ['the other module’s circle', { visibility: 'COUNCIL' as const }, 'visibility NOT_IN_THIS_MODULE'],
    ['a list of nothing', { listSize: 0 }, 'listSize OUT_OF_RANGE'],
    ['tickets that never sleep', { dormantDays: 366 }, 'dormantDays OUT_OF_RANGE'],
    ['a list without end', { listSize: 201 }, 'listSize OUT_OF_RANGE'],
    ['a book as description', { defaultDescription: 'x'.repeat(10_001) }, 'defaultDescription TOO_LONG'],
    [
      'a daily reminder for ever',
      { timers: { ...SETTINGS.timers, quote: { hours: 24, maximum: 21 } } },
      'timers.quote.maximum TOO_LARGE',
    ],
  ])('with %s', (_case, over, expected) => {
    const problems = checkSettings('GERANCE', { ...SETTINGS, ...over });
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([expected]);
  });

  it('and the default ones never', () => {
    expect(checkSettings('SYNDIC', DEFAULT_SETTINGS)).toEqual([]);
    expect(checkSettings('GERANCE', DEFAULT_SETTINGS)).toEqual([]);
  });
});
