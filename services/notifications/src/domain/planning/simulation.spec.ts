import { describe, expect, it } from '@jest/globals';
import { aMission, aTicket } from '../../testing/facts.builder.js';
import { planMessages } from './plan-messages.js';
import { futureFacts } from './simulation.js';
import type { ExpectedReminder } from './simulation.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const days = (number: number) => new Date(NOW.getTime() + number * 86_400_000);
const reminder = (count: number, at: Date): ExpectedReminder => ({
  kind: 'work-order',
  missionId: 'mission-1',
  at,
  count,
  maximum: 2,
});

describe('futureFacts', () => {
  const opening = { at: NOW, quote: false, documents: [], readReceipt: false, preTicket: false };
  const reminders = [reminder(2, days(4)), reminder(1, days(2))];

  it('gives the opening, then the reminders if nobody answers', () => {
    const future = futureFacts(aTicket(), [aMission()], reminders, opening);
    expect(future.map(({ at, fact, reminder: later }) => [at, fact.kind, later])).toEqual([
      [NOW, 'TicketOpened', false],
      [NOW, 'WorkOrderRequested', false],
      [days(2), 'ReminderSent', true],
      [days(4), 'ReminderSent', true],
    ]);
  });

  it('asks each contractor for a quote', () => {
    const missions = [aMission({ id: '0' }), aMission({ id: '1' })];
    const future = futureFacts(aTicket(), missions, [], { ...opening, quote: true });
    expect(future.map(({ fact }) => fact.kind)).toEqual(['TicketOpened', 'QuoteRequested', 'QuoteRequested']);
  });

  it('tells the requester of a pre-ticket that it is validated', () => {
    const future = futureFacts(aTicket(), [], [], { ...opening, preTicket: true });
    expect(future.map(({ fact }) => fact.kind)).toEqual(['PreTicketValidated', 'TicketOpened']);
  });

  it('keeps back on a silent ticket all but what alerts the agency', () => {
    const ticket = aTicket({ silent: true, actor: { kind: 'user', id: 'other', name: '' } });
    const planned = futureFacts(ticket, [aMission()], reminders, opening).flatMap(({ fact }) =>
      planMessages(fact),
    );
    const leaving = planned.filter(({ start }) => start === 'queued');
    expect(leaving.map(({ audience }) => audience)).toEqual(['manager']);
    expect(planned.length).toBeGreaterThan(4);
  });
});
