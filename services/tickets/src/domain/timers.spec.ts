import { describe, expect, it } from '@jest/globals';
import { aPerson, anAppointment } from '../testing/builders.js';
import { HOUR, MINUTE, REACHED, Scenario, VISIT, after } from '../testing/scenario.js';
import { DEFAULT_TIMERS } from './model.js';

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
    expect(ticket.armed).toEqual([]);
  });

  it('several missions fire in one sweep', () => {
    const ticket = Scenario.opened({ contractors: [aPerson(), aPerson()] }).fires(after(48 * HOUR));
    expect(ticket.facts).toEqual(['ReminderSent', 'ReminderSent']);
  });
});

it('silent mode: timers advance all the same', () => {
  expect(Scenario.opened({ silent: true }).fires(after(48 * HOUR)).facts).toEqual(['ReminderSent']);
});
