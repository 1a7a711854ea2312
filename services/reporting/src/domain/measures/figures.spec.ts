import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MONDAY, aLife, aRow } from '../../testing/measured.js';
import { backlogOf } from './backlog.js';
import { before, toPeriod } from './days.js';
import { completionOf, figuresOf } from './figures.js';
import { learn } from './fact.js';
import type { TicketFacts } from './fact.js';
import { spreadOf } from './numbers.js';
import { DEFAULT_TARGETS } from './service-level.js';
import { statisticsOf } from './statistics.js';
import { toRow } from './ticket-row.js';
import { CALENDAR, WorkingTime } from './working-time.js';

const trades = new Map([['c-1', 'Plomberie']]);
const ground = {
  ...{ trades, elapsed: CALENDAR, targets: DEFAULT_TARGETS, now: MONDAY + 40 * DAY },
  earlier: [],
};
const at = (hours: number): number => MONDAY + hours * HOUR;

const DONE = [
  ['TicketOpened', at(1), { byUser: true }],
  ['WorkOrderRequested', at(1)],
  ['ReminderSent', at(20)],
  ['WorkOrderAccepted', at(26), { visitAt: at(40) }],
  ['PresenceAnswered', at(40), { presence: 'LATE' }],
  ['CompletionReported', at(42)],
  ['InvoiceReceived', at(90), { amountCents: 12_000 }],
  ['TicketClosed', at(200)],
] as const;

describe('the figures of a work order', () => {
  const figures = figuresOf([aRow(DONE)], ground);

  it('run from the request to the first action, the completion and the answer', () => {
    expect(figures).toMatchObject({
      firstResponse: { count: 1, median: HOUR },
      completion: { count: 1, median: 42 * HOUR },
      contractorResponse: { count: 1, median: 25 * HOUR },
      reminders: { missions: 1, sent: 1, exhausted: 0 },
      presence: { CONFIRMED: 0, LATE: 1, ABSENT: 0, POSTPONED: 0 },
      firstTimeFix: { completed: 1, fixed: 1 },
      costs: { totalCents: 12_000, trades: [{ key: 'Plomberie', cents: 12_000, count: 1 }] },
    });
  });

  it('tell what each unit cost in each year of its requests, in Paris', () => {
    const requestedAt = Date.UTC(2025, 11, 31, 23, 30);
    const newYear = aRow(DONE, { requestedAt, number: 7 }, 't-7');
    const before = aRow(DONE, { requestedAt: requestedAt - HOUR, number: 6 }, 't-6');
    const { unitYears } = figuresOf([aRow(DONE), newYear, before], ground).costs;
    expect(unitYears.map(({ unitId, year, tally }) => [unitId, year, tally.count, tally.cents])).toEqual([
      ['u-1', 2026, 2, 24_000],
      ['u-1', 2025, 1, 12_000],
    ]);
  });

  it('count a step that was gone back on once, as it was done in the end', () => {
    const row = aRow([
      ...DONE.slice(0, 6),
      ['SteppedBack', at(43), { from: 'COMPLETION_RECEIVED' }],
      ['CompletionReported', at(60)],
    ]);
    expect(completionOf(row)).toBe(at(60));
    expect(row.missions[0]).toMatchObject({ visits: 1, answeredAt: at(26) });
  });

  it('ask nothing of contractors whom a silent ticket wrote nothing to', () => {
    const silent = figuresOf([aRow(DONE, { silent: true })], ground);
    expect(silent).toMatchObject({ contractorResponse: { count: 0 }, reminders: { missions: 0, sent: 0 } });
    expect(silent).toMatchObject({ completion: { count: 1 }, costs: { totalCents: 12_000 } });
  });

  it('are no fix at once after a second visit, or a reopening within thirty days', () => {
    const twice = aRow([
      ...DONE.slice(0, 5),
      ['AppointmentValidated', at(41), { visitAt: at(60) }],
      ['CompletionReported', at(62)],
    ]);
    const again = aRow([...DONE, ['TicketReopened', at(300)]]);
    const late = aRow([...DONE, ['TicketReopened', at(42) + 31 * DAY]]);
    expect(figuresOf([twice, again, late], ground).firstTimeFix).toEqual({ completed: 3, fixed: 1 });
  });

  it('stop the clock of the service level while a client is waited for', () => {
    const late = [
      ['TicketOpened', at(0)],
      ['QuoteRequested', at(0)],
      ['QuoteReceived', at(10), { amountCents: 50_000 }],
      ['ApprovalRequested', at(10)],
      ['ApprovalAnswered', at(500), { approved: true }],
      ['QuoteAccepted', at(501), { amountCents: 50_000 }],
      ['CompletionReported', at(520)],
      ['InvoiceReceived', at(530), { amountCents: 56_000 }],
    ] as const;
    const { service, quoteGap, quoteDecision } = figuresOf([aRow(late)], ground);
    expect(service.levels).toEqual([
      { target: 'URGENT_VISIT', hours: 24, kept: 0, missed: 0 },
      { target: 'NORMAL_VISIT', hours: 72, kept: 1, missed: 0 },
      { target: 'COMPLETION', hours: 240, kept: 1, missed: 0 },
    ]);
    expect(quoteGap).toEqual({ missions: 1, quotedCents: 50_000, invoicedCents: 56_000 });
    expect(quoteDecision.median).toBe(491 * HOUR);
  });

  it('name repeats on the same unit and trade within ninety days, and nothing else', () => {
    const life = (requestedAt: number, unitId: string, ticketId: string) =>
      aRow(DONE, { requestedAt, unitId }, ticketId);
    const rows = [life(MONDAY, 'u-1', 'a'), life(MONDAY + 80 * DAY, 'u-1', 'b'), life(MONDAY, 'u-2', 'c')];
    expect(figuresOf(rows, ground).repeats).toBe(1);
    const [first, second] = rows;
    expect(figuresOf([second ?? first!], { ...ground, earlier: [first!] }).repeats).toBe(1);
    expect(figuresOf([first!], { ...ground, earlier: [] }).repeats).toBe(0);
  });
});

describe('what is learnt', () => {
  const life = aLife(DONE);

  it('is the same whatever order events come in, and however often', () => {
    for (let turn = 0; turn < DONE.length; turn += 1) {
      const shuffled = [...life.facts.slice(turn), ...life.facts.slice(0, turn), ...life.facts].reverse();
      const known = shuffled.reduce<TicketFacts | undefined>(
        (state, fact) => learn(state, { ...life.head, version: fact.version }, fact, life),
        undefined,
      );
      expect(known && toRow(known)).toEqual(toRow(life));
    }
  });

  it('is open again after a reopening', () => {
    const row = aRow([...DONE, ['TicketReopened', at(300)]]);
    expect(row.closedAt).toBeUndefined();
    expect(backlogOf([row], MONDAY + 20 * DAY)).toMatchObject({ open: 1 });
  });
});

describe('numbers', () => {
  it('give the middle, and the nearest rank of nine in ten', () => {
    expect(spreadOf([])).toEqual({ count: 0 });
    expect(spreadOf([5])).toEqual({ count: 1, median: 5, p90: 5 });
    expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 100])).toEqual({ count: 10, median: 6, p90: 9 });
  });

  it('count each ticket once in its source, its month and its manager', () => {
    const rows = [aRow(DONE), aRow(DONE, { source: 'MAIL', requestedAt: MONDAY + 40 * DAY }, 'b')];
    const period = toPeriod('2026-02-01', '2026-04-30');
    const { months, sources, trades: activities } = statisticsOf(rows, trades, period);
    expect(months.map(({ key, count }) => [key, count])).toEqual([
      ['2026-02', 0],
      ['2026-03', 1],
      ['2026-04', 1],
    ]);
    expect(sources.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    expect(activities).toMatchObject([{ key: 'Plomberie', count: 2 }]);
  });
});

describe('working time', () => {
  const working = new WorkingTime({ from: 20, until: 8 }, MONDAY - 10 * DAY, MONDAY + 400 * DAY);

  it.each([
    ['within a day', at(0), at(3), 3],
    ['over a night', at(10), at(24), 2],
    ['over a Sunday', at(4 * 24), at(7 * 24), 24],
    // Easter Monday is 6 April 2026, and the clocks change on 29 March.
    ['over Easter and the change of the clocks', Date.UTC(2026, 2, 28, 8), Date.UTC(2026, 3, 7, 7), 84],
  ])('is counted %s', (_name, from, until, hours) => {
    expect(working.between(from, until) / HOUR).toBe(hours);
  });

  it('adds up, and is never more than the calendar', () => {
    for (let step = 0; step < 400; step += 7) {
      const [a, b, c] = [at(step), at(step * 2 + 5), at(step * 3 + 11)];
      expect(working.between(a, b) + working.between(b, c)).toBe(working.between(a, c));
      expect(working.between(a, c)).toBeLessThanOrEqual(c - a);
    }
  });
});

describe('a period', () => {
  it('is days in Paris, both included, and the one before as long', () => {
    const period = toPeriod('2026-03-01', '2026-03-31');
    expect(new Date(period.until).toISOString()).toBe('2026-03-31T22:00:00.000Z');
    expect(new Date(before(period).from).toISOString()).toBe('2026-01-28T23:00:00.000Z');
  });

  it.each([
    ['2026-03-31', '2026-03-01', 'INVALID_PERIOD'],
    ['', '2026-03-01', 'INVALID_PERIOD'],
    ['2026-02-31', '2026-03-01', 'INVALID_PERIOD'],
    ['2016-01-01', '2026-01-01', 'PERIOD_TOO_LONG'],
  ])('from %s to %s is refused: %s', (from, until, code) => {
    expect(() => toPeriod(from, until)).toThrow(expect.objectContaining({ code }));
  });

  it('may last ten years', () => {
    expect(() => toPeriod('2016-01-01', '2025-12-31')).not.toThrow();
  });
});
