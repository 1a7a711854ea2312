import { FixedClock } from '@intervia/clock';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import { Scenario } from '../../testing/scenario.js';
import { criteriaConditions, listKeys, NO_CRITERIA } from './list-keys.js';
import { queueCriteria } from './queues.js';
import type { Queue } from './queues.js';
import { wordsByField } from './search-words.js';

const at = (iso: string): Date => FixedClock.at(iso).now();

function isIn(queue: Queue, { ticket }: Scenario, now: Date): boolean {
  const keys = new Set(listKeys(ticket, wordsByField(ticket)));
  return criteriaConditions({ ...NO_CRITERIA, ...queueCriteria(queue, now, DEFAULT_SETTINGS) }, now).every(
    ({ anyOf }) => anyOf.some((key) => keys.has(key)),
  );
}

const appointmentAt = (iso: string) => ({ appointment: { start: at(iso), durationMinutes: 60 } });

describe('the visits of the week', () => {
  // Sunday 27 September 2026, 23:30 in Paris.
  const visited = Scenario.opened().does('AcceptWorkOrder', appointmentAt('2026-09-27T21:30:00Z'));

  it.each([
    ['on its Monday at midnight', '2026-09-20T22:00:00Z', true],
    ['on the Sunday itself', '2026-09-27T21:59:00Z', true],
    ['the week before', '2026-09-20T21:59:00Z', false],
    ['the week after', '2026-09-27T22:00:00Z', false],
  ])('hold it %s', (_when, now, held) => {
    expect(isIn('WEEK_VISITS', visited, at(now))).toBe(held);
  });

  it('have seven days of the calendar, also when the clocks change', () => {
    const days = (now: string) => queueCriteria('WEEK_VISITS', at(now), DEFAULT_SETTINGS).visitDays;
    expect(days('2026-10-25T12:00:00Z')?.join()).toBe(
      '2026-10-19,2026-10-20,2026-10-21,2026-10-22,2026-10-23,2026-10-24,2026-10-25',
    );
    expect(days('2026-03-24T12:00:00Z')?.at(-1)).toBe('2026-03-29');
  });

  it('hold no visit that is over, nor one of a ticket that ended', () => {
    const now = at('2026-09-25T08:00:00Z');
    expect(isIn('WEEK_VISITS', visited.does('ReportCompletion'), now)).toBe(false);
    expect(isIn('WEEK_VISITS', visited.closes(), now)).toBe(false);
  });
});

describe('the late ones', () => {
  const now = at('2027-01-01T08:00:00Z');

  it('are those on which somebody let all reminders pass', () => {
    const opened = Scenario.opened();
    expect(isIn('LATE', opened, now)).toBe(false);
    const late = ['2026-09-15', '2026-09-22', '2026-09-29', '2026-10-06'].reduce(
      (waiting, day) => waiting.fires(at(`${day}T08:00:00Z`)),
      opened,
    );
    expect(late.ticket.missions[0]?.exhausted).toBe(true);
    expect(isIn('LATE', late, now)).toBe(true);
    expect(isIn('LATE', late.does('RefuseWorkOrder'), now)).toBe(false);
  });
});

describe('the dormant ones', () => {
  it('did not move for the days that the settings say', () => {
    // The hour changed meanwhile: the same hour in Paris.
    const criteria = queueCriteria('DORMANT', at('2026-11-09T09:00:00Z'), { dormantDays: 20 });
    expect(criteria).toEqual({ modifiedBefore: at('2026-10-20T08:00:00Z') });
  });
});
