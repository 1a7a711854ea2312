import { describe, expect, it } from '@jest/globals';
import { REACHED, Scenario, VISIT } from '../../testing/scenario.js';
import { nextUp } from './next-up.js';

describe('what is to happen next on a ticket', () => {
  it('is the reminder that is due first', () => {
    const next = nextUp(Scenario.opened().ticket);
    expect(next?.what).toBe('WORK_ORDER_REMINDER');
    expect(next?.at.toISOString()).toBe(Scenario.opened().due('WORK_ORDER_REMINDER'));
  });

  it('is the visit, whatever is sent around it', () => {
    expect(nextUp(REACHED.WORK_ORDER_ACCEPTED().ticket)).toEqual({ at: VISIT, what: 'APPOINTMENT' });
    expect(nextUp(REACHED.APPOINTMENT_VALIDATED().ticket)).toEqual({ at: VISIT, what: 'APPOINTMENT' });
  });

  it('is nothing once the ticket is closed, or waits for the manager', () => {
    expect(nextUp(Scenario.opened().closes().ticket)).toBeUndefined();
    expect(nextUp(REACHED.QUOTE_RECEIVED().ticket)).toBeUndefined();
    expect(nextUp(Scenario.requested().ticket)).toBeUndefined();
  });
});
