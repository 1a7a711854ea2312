import { describe, expect, it } from '@jest/globals';
import { REACHED, refusal } from '../testing/scenario.js';
import { MISSION_STATUSES } from './mission.js';
import { MISSION_COMMANDS, PERFORMERS, TRANSITIONS, mayPerform } from './transitions.js';

const pairs = MISSION_STATUSES.flatMap((status) =>
  MISSION_COMMANDS.map((command) => [status, command] as const),
);

describe('the transition table', () => {
  it('decides every pair of status and command', () => {
    for (const [status, command] of pairs) expect(TRANSITIONS[status][command].to).toBeInstanceOf(Array);
    expect(pairs).toHaveLength(13 * 9);
  });

  it('reaches every status from the first', () => {
    const reached = new Set<string>(['WORK_ORDER_SENT']);
    for (const status of reached) {
      for (const { to } of Object.values(TRANSITIONS[status as (typeof MISSION_STATUSES)[number]])) {
        to.forEach((next) => reached.add(next));
      }
    }
    expect([...reached].sort()).toEqual([...MISSION_STATUSES].sort());
  });

  it.each(MISSION_STATUSES)('the shortest way to %s leads there', (status) => {
    expect(REACHED[status]().mission().status).toBe(status);
  });

  it.each(pairs)('%s, %s: the domain does what the table says', (status, command) => {
    const before = REACHED[status]();
    const { to, manualOnly } = TRANSITIONS[status][command];
    const asManager = (): string => before.manages(command).mission().status;
    if (to.length === 0) expect(refusal(asManager)).toBe('ACTION_NOT_ALLOWED');
    else expect(to).toContain(asManager());
    expect(mayPerform(status, command, 'USER')).toBe(to.length > 0);

    const asContractor = (): unknown => before.does(command);
    const open = to.length > 0 && PERFORMERS[command] === 'contractor' && !manualOnly;
    if (open) expect(refusal(asContractor)).toBe('accepted');
    else expect(['ACTION_NOT_ALLOWED', 'ACTOR_NOT_ALLOWED']).toContain(refusal(asContractor));
    expect(mayPerform(status, command, 'CONTRACTOR')).toBe(open);
  });
});
