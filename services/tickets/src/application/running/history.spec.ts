import { describe, expect, it } from '@jest/globals';
import { aDocument, aUser } from '../../testing/builders.js';
import { Scenario } from '../../testing/scenario.js';
import { isRecorded, recordOf } from '../../domain/history/history.js';
import type { HistoryEntry } from '../../domain/history/record.js';
import { chainHistory, hashOf } from './chain-history.js';

const record = (scenario: Scenario, start = 0) =>
  scenario.events.filter(isRecorded).map((event, i) => ({ id: `h${start + i}`, ...recordOf(event) }));

const life = (): HistoryEntry[] => {
  const opened = Scenario.opened();
  const accepted = opened.does('AcceptWorkOrder');
  const first = chainHistory([], record(opened));
  return [...first, ...chainHistory(first, record(accepted, 2))];
};

const isChained = (history: readonly HistoryEntry[]): boolean =>
  history.every(({ hash, ...entry }, i) => hash === hashOf(entry, history[i - 1]?.hash ?? ''));

describe('the history is hash-chained', () => {
  it('each hash covers the entry and the hash before', () => {
    const history = life();
    expect(history).toHaveLength(3);
    expect(isChained(history)).toBe(true);
  });

  it('a changed, dropped or moved entry shows', () => {
    const [first, second, third] = life() as [HistoryEntry, HistoryEntry, HistoryEntry];
    expect(isChained([first, { ...second, text: 'autre' }, third])).toBe(false);
    expect(isChained([first, third])).toBe(false);
    expect(isChained([second, first, third])).toBe(false);
  });

  it('survives a trip to a database that reorders keys and drops what is undefined', () => {
    const stored = life().map((entry) => {
      const reversed = Object.fromEntries(
        Object.entries(entry)
          .filter(([, v]) => v !== undefined)
          .reverse(),
      );
      return reversed as unknown as HistoryEntry;
    });
    expect(isChained(stored)).toBe(true);
  });
});

describe('an entry says who, what and when', () => {
  it('marks what a user entered in the contractor’s place', () => {
    expect(record(Scenario.opened().does('AcceptWorkOrder'))).toMatchObject([{ manualEntry: false }]);
    const [byHand] = record(Scenario.opened().manages('AcceptWorkOrder', { comment: 'par téléphone' }));
    expect(byHand).toMatchObject({
      fact: 'WorkOrderAccepted',
      manualEntry: true,
      actor: aUser(),
      missionId: 'm1',
      text: 'par téléphone',
    });
    expect(byHand?.appointment).toBeDefined();
  });

  it('names the system for a timer, and which', () => {
    const fired = Scenario.opened().fires(new Date('2026-09-10T08:00:00Z'));
    expect(record(fired)).toMatchObject([
      { fact: 'ReminderSent', actor: { kind: 'SYSTEM' }, timer: 'WORK_ORDER_REMINDER', manualEntry: false },
    ]);
  });

  it('lists the documents of a step, and the amount', () => {
    const reported = Scenario.opened()
      .does('AcceptWorkOrder')
      .does('ReportCompletion', {
        proofs: [aDocument({ id: 'p' })],
        invoice: aDocument({ id: 'i' }),
        invoiceAmountCents: 100,
      });
    expect(record(reported)).toMatchObject([
      { fact: 'CompletionReported', documents: [{ id: 'p' }] },
      { fact: 'InvoiceReceived', documents: [{ id: 'i' }], amountCents: 100 },
    ]);
  });
});
