import { describe, expect, it } from '@jest/globals';
import { aDocument, aPerson, anAppointment } from '../../testing/builders.js';
import { HOUR, MINUTE, REACHED, Scenario, VISIT, after } from '../../testing/scenario.js';
import { DEFAULT_TIMERS } from '../values/model.js';

/** Specification, "Timers". OPENED is a Tuesday, 10:00 in Paris. */
describe('the work-order reminder', () => {
  it('does nothing before its time', () => {
    expect(Scenario.opened().fires(after(48 * HOUR - 1)).facts).toEqual([]);
  });

  it('reminds the contractor and waits again from then on', () => {
    const ticket = Scenario.opened().fires(after(48 * HOUR));
    expect(ticket.events).toMatchObject([
      { type: 'ReminderSent', kind: 'WORK_ORDER_REMINDER', count: 1, maximum: 3 },
    ]);
    expect(ticket.shown).toBe('WORK_ORDER_SENT GREY');
    expect(ticket.due('WORK_ORDER_REMINDER')).toBe(after(96 * HOUR).toISOString());
  });

  it('a late one goes out once, never once per missed slot', () => {
    const ticket = Scenario.opened().fires(after(10 * 24 * HOUR));
    expect(ticket.events).toMatchObject([{ type: 'ReminderSent', count: 1 }]);
    expect(ticket.fires(after(10 * 24 * HOUR + MINUTE)).facts).toEqual([]);
  });

  it('at most three; when the last had no answer either: same status, blue', () => {
    let ticket = Scenario.opened();
    const told: string[] = [];
    for (let days = 2; days <= 14; days += 2) {
      ticket = ticket.fires(after(days * 24 * HOUR));
      told.push(...ticket.facts);
    }
    expect(told.filter((fact) => fact !== 'TimerDeferred')).toEqual([
      'ReminderSent',
      'ReminderSent',
      'ReminderSent',
      'RemindersExhausted',
    ]);
    expect(ticket.shown).toBe('WORK_ORDER_SENT BLUE');
    expect(ticket.armed).toEqual([]);
    // An answer that comes at last is as good as any.
    expect(ticket.does('AcceptWorkOrder', { appointment: anAppointment(after(20 * 24 * HOUR)) }).shown).toBe(
      'WORK_ORDER_ACCEPTED GREY',
    );
  });

  it('one mission’s reminder leaves the other’s count alone', () => {
    const ticket = Scenario.opened({ contractors: [aPerson(), aPerson()] })
      .does('RefuseWorkOrder', {}, { missionId: 'm2' })
      .fires(after(48 * HOUR));
    expect(ticket.events).toMatchObject([{ type: 'ReminderSent', missionId: 'm1' }]);
  });
});

describe('the invoice reminder', () => {
  it('seven days after the first request, then again', () => {
    const ticket = REACHED.INVOICE_REQUESTED().fires(after(168 * HOUR));
    expect(ticket.events).toMatchObject([{ type: 'ReminderSent', kind: 'INVOICE_REMINDER', count: 1 }]);
    expect(ticket.due('INVOICE_REMINDER')).toBe(after(336 * HOUR).toISOString());
  });

  it('counts anew when a new invoice is asked for', () => {
    const ticket = REACHED.INVOICE_REQUESTED()
      .fires(after(168 * HOUR))
      .does('SubmitInvoice')
      .manages('RequestNewInvoice');
    expect(ticket.timers).toMatchObject([{ kind: 'INVOICE_REMINDER', sent: 0, maximum: 3 }]);
  });
});

describe('the quote reminder', () => {
  it('goes on after a promise, and counts on', () => {
    const reminded = Scenario.opened({ quote: true }).fires(new Date('2026-09-14T06:00:00Z'));
    expect(reminded.events).toMatchObject([
      { type: 'ReminderSent', kind: 'QUOTE_REMINDER', count: 1, maximum: 3 },
    ]);
    const promised = reminded.does('PromiseQuote');
    expect(promised.timers).toMatchObject([{ kind: 'QUOTE_REMINDER', sent: 1 }]);
    // Monday and five days: Saturday morning.
    expect(promised.fires(new Date('2026-09-19T06:00:00Z')).events).toMatchObject([{ count: 2 }]);
  });

  it('at its maximum: same status, blue', () => {
    const timers = { quote: { hours: 24, maximum: 1 } };
    const exhausted = Scenario.opened({ quote: true, timers })
      .fires(after(24 * HOUR))
      .fires(after(48 * HOUR));
    expect(exhausted.facts).toEqual(['RemindersExhausted']);
    expect(exhausted.shown).toBe('QUOTE_REQUESTED BLUE');
  });

  it('after its maximum a promise has its delay too; broken, it is the manager’s turn again', () => {
    const timers = { quote: { hours: 24, maximum: 1 } };
    const promised = Scenario.opened({ quote: true, timers })
      .fires(after(24 * HOUR))
      .fires(after(48 * HOUR))
      .does('PromiseQuote');
    expect(promised.shown).toBe('QUOTE_PROMISED GREY');
    expect(promised.timers).toMatchObject([{ kind: 'QUOTE_REMINDER', sent: 1, dueAt: after(72 * HOUR) }]);
    const broken = promised.fires(after(72 * HOUR));
    expect(broken.facts).toEqual(['RemindersExhausted']);
    expect(broken.shown).toBe('QUOTE_PROMISED BLUE');
    expect(broken.armed).toEqual([]);
  });

  it('of one contractor of a DM turns the ticket blue, whatever the others do', () => {
    const timers = { quote: { hours: 24, maximum: 1 } };
    const contractors = [aPerson(), aPerson()];
    const dm = Scenario.opened({ quote: true, timers, contractors }).does('PromiseQuote');
    const left = dm
      .does('DeclineQuoteRequest')
      .fires(after(24 * HOUR))
      .fires(after(48 * HOUR));
    expect(left.shown).toBe('QUOTE_REQUESTED BLUE');
  });
});

describe.each([
  ['QUOTE_ACCEPTED', 'APPOINTMENT_REMINDER'],
  ['AWAITING_COMPLETION', 'COMPLETION_REMINDER'],
] as const)('the reminder of %s', (status, kind) => {
  it('goes out with the delay of a work order, and ends blue', () => {
    const reached = REACHED[status]();
    expect(reached.armed).toContain(kind);
    let ticket = reached;
    const told: string[] = [];
    for (let days = 2; days <= 30; days += 2) {
      ticket = ticket.fires(after(days * 24 * HOUR));
      told.push(...ticket.facts);
    }
    expect(told.filter((fact) => fact !== 'TimerDeferred')).toEqual([
      'ReminderSent',
      'ReminderSent',
      'ReminderSent',
      'RemindersExhausted',
    ]);
    expect(ticket.shown).toBe(`${status} BLUE`);
    expect(ticket.armed).toEqual([]);
  });

  it('without reminders the manager is told after one delay: nothing is grey for ever', () => {
    const off = REACHED[status]().asks('UpdateTicket', {
      timers: { workOrder: { hours: 24, maximum: 0 } },
      addedAttachments: [],
    });
    expect(off.shown).toBe(`${status} GREY`);
    const later = off.fires(after(10 * 24 * HOUR));
    expect(later.facts.filter((fact) => fact !== 'TimerDeferred')).toEqual(['RemindersExhausted']);
    expect(later.shown).toBe(`${status} BLUE`);
  });
});

describe('the approval reminder', () => {
  it('three days after the request, then again, at most three', () => {
    const asked = REACHED.QUOTE_AWAITING_APPROVAL().fires(after(72 * HOUR));
    expect(asked.events).toMatchObject([
      { type: 'ReminderSent', kind: 'APPROVAL_REMINDER', count: 1, maximum: 3 },
    ]);
    expect(asked.due('APPROVAL_REMINDER')).toBe('2026-09-14T08:00:00.000Z');
  });

  it('at its maximum the manager decides: same status, blue', () => {
    const timers = { approval: { hours: 24, maximum: 1 } };
    const asked = Scenario.opened({ quote: true, timers }).does('SubmitQuote').manages('RequestApproval');
    const exhausted = asked.fires(after(24 * HOUR)).fires(after(48 * HOUR));
    expect(exhausted.shown).toBe('QUOTE_AWAITING_APPROVAL BLUE');
    expect(exhausted.manages('AcceptQuote').shown).toBe('QUOTE_ACCEPTED GREY');
  });
});

describe('units are hours or days, with a maximum (contradiction 3)', () => {
  it('none wanted, none sent: the request waits grey', () => {
    const none = { hours: 24, maximum: 0 };
    const timers = { workOrder: none, quote: none, approval: none, invoice: none };
    for (const scenario of [
      Scenario.opened({ timers }),
      Scenario.opened({ quote: true, timers }),
      Scenario.opened({ quote: true, timers }).does('SubmitQuote').manages('RequestApproval'),
      Scenario.opened({ timers }).does('AcceptWorkOrder').does('ReportCompletion').manages('RequestInvoice'),
    ]) {
      expect(scenario.armed).toEqual([]);
      expect(scenario.fires(after(10_000 * HOUR)).facts).toEqual([]);
    }
  });

  it('what the draft does not say is the agency’s', () => {
    const timers = { quote: { maximum: 1 } };
    expect(Scenario.opened({ quote: true, timers }).timers).toMatchObject([
      { maximum: 1, dueAt: new Date('2026-09-14T06:00:00Z') },
    ]);
  });
});

describe('the automatic request for the invoice (contradiction 4)', () => {
  it('leaves with the completion that comes without one, and its reminder starts', () => {
    const done = Scenario.opened({ automaticInvoiceRequest: true })
      .does('AcceptWorkOrder')
      .does('ReportCompletion');
    expect(done.events).toMatchObject([
      { type: 'CompletionReported', withInvoice: false },
      { type: 'InvoiceRequested', automatic: true, actor: { kind: 'SYSTEM' } },
    ]);
    expect(done.shown).toBe('INVOICE_REQUESTED GREY');
    expect(done.armed).toEqual(['INVOICE_REMINDER']);
  });

  it('has nothing to ask when the invoice came along', () => {
    const done = Scenario.opened({ automaticInvoiceRequest: true })
      .does('AcceptWorkOrder')
      .does('ReportCompletion', { invoice: aDocument(), invoiceAmountCents: 1 });
    expect(done.facts).toEqual(['CompletionReported', 'InvoiceReceived']);
  });
});

describe('quiet hours: 20:00–08:00, Sundays, public holidays', () => {
  const every = (hours: number): Partial<Parameters<typeof Scenario.opened>[0]> => ({
    timers: { ...DEFAULT_TIMERS, workOrder: { hours, maximum: 3 } },
  });

  it('a reminder due at night waits for the morning', () => {
    // 10:00 + 12 h = 22:00.
    expect(Scenario.opened(every(12)).due('WORK_ORDER_REMINDER')).toBe('2026-09-09T06:00:00.000Z');
  });

  it('one due on Sunday waits for Monday', () => {
    // Sunday 13 September, 10:00.
    expect(Scenario.opened(every(120)).due('WORK_ORDER_REMINDER')).toBe('2026-09-14T06:00:00.000Z');
  });

  it('a sweep that comes late, in quiet hours, defers without a word', () => {
    const night = new Date('2026-09-10T21:00:00Z');
    const ticket = Scenario.opened().fires(night);
    expect(ticket.facts).toEqual(['TimerDeferred']);
    expect(ticket.ticket.modifiedAt).toEqual(Scenario.opened().ticket.modifiedAt);
    const morning = new Date('2026-09-11T06:00:00Z');
    expect(ticket.due('WORK_ORDER_REMINDER')).toBe(morning.toISOString());
    expect(ticket.fires(morning).facts).toEqual(['ReminderSent']);
  });

  it('are a setting; equal hours mean none, but Sundays and holidays stay quiet', () => {
    const timers = { workOrder: { hours: 12 }, quiet: { from: 0, until: 0 } };
    expect(Scenario.opened({ timers }).due('WORK_ORDER_REMINDER')).toBe(after(12 * HOUR).toISOString());
    const early = { workOrder: { hours: 12 }, quiet: { from: 21, until: 7 } };
    expect(Scenario.opened({ timers: early }).due('WORK_ORDER_REMINDER')).toBe('2026-09-09T05:00:00.000Z');
    const sunday = { workOrder: { hours: 120 }, quiet: { from: 0, until: 0 } };
    expect(Scenario.opened({ timers: sunday }).due('WORK_ORDER_REMINDER')).toBe('2026-09-13T22:00:00.000Z');
  });

  it('PRESENCE and COMPLETION are exempt', () => {
    const sunday = new Date('2026-09-13T20:00:00Z');
    const ticket = Scenario.opened({ askPresence: true }).does('AcceptWorkOrder', {
      appointment: anAppointment(sunday),
    });
    expect(ticket.fires(after(-30 * MINUTE, sunday)).facts).toEqual(['PresenceAsked']);
    expect(ticket.fires(after(70 * MINUTE, sunday)).facts).toEqual(['CompletionAsked']);
  });
});

describe('after an outage', () => {
  it('completion makes the older presence question pointless', () => {
    const ticket = Scenario.opened({ askPresence: true })
      .does('AcceptWorkOrder')
      .fires(after(24 * HOUR, VISIT));
    expect(ticket.facts).toEqual(['CompletionAsked']);
    expect(ticket.armed).toEqual(['COMPLETION_REMINDER']);
  });

  it('several missions fire in one sweep', () => {
    const ticket = Scenario.opened({ contractors: [aPerson(), aPerson()] }).fires(after(48 * HOUR));
    expect(ticket.facts).toEqual(['ReminderSent', 'ReminderSent']);
  });
});

it('silent mode: timers advance all the same, for quotes too', () => {
  expect(
    Scenario.opened({ silent: true, quote: true }).fires(new Date('2026-09-14T06:00:00Z')).facts,
  ).toEqual(['ReminderSent']);
  expect(Scenario.opened({ silent: true }).fires(after(48 * HOUR)).facts).toEqual(['ReminderSent']);
});
