import { describe, expect, it } from '@jest/globals';
import { Scenario } from '../../testing/scenario.js';
import { expectedFirings } from './expected-firings.js';

const firings = ({ ticket }: Scenario) =>
  expectedFirings(ticket).map(({ kind, at, count }) => [kind, count, at.toISOString()]);

describe('what the timers will do if nobody acts', () => {
  it('every reminder of a work order, none in quiet hours', () => {
    const reminders = firings(Scenario.opened());
    expect(reminders.map(([kind, count]) => [kind, count])).toEqual([
      ['WORK_ORDER_REMINDER', 1],
      ['WORK_ORDER_REMINDER', 2],
      ['WORK_ORDER_REMINDER', 3],
    ]);
  });

  it('is what the sweep really does, at the same moments', () => {
    let life = Scenario.opened({ quote: true });
    const expected = expectedFirings(life.ticket);
    for (const { kind, at, count } of expected) {
      life = life.fires(at);
      expect(life.events).toMatchObject([{ type: 'ReminderSent', kind, count, at }]);
    }
    expect(expected).toHaveLength(3);
  });

  it('presence and completion of an accepted visit, then its reminders', () => {
    const accepted = Scenario.opened({ askPresence: true }).does('AcceptWorkOrder');
    expect(firings(accepted).map(([kind]) => kind)).toEqual([
      'PRESENCE',
      'COMPLETION',
      'COMPLETION_REMINDER',
      'COMPLETION_REMINDER',
      'COMPLETION_REMINDER',
    ]);
  });

  it('nothing on a closed ticket', () => {
    expect(expectedFirings(Scenario.opened().closes().ticket)).toEqual([]);
  });
});
