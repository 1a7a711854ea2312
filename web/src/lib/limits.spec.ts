import { describe, expect, it } from '@jest/globals';
import { LATE_MINUTES, LETTERS, TIMERS, VISIT_MINUTES } from '@intervia/rules';
import { checkRequest } from '../client/requests/typed-request.js';
import type { FormSpec } from '../ticket/actions/specs/action-spec.js';
import { WORK_SPECS } from '../ticket/actions/specs/work-specs.js';
import { checkTimers, typedTimers } from '../timers/typed-timers.js';

const letters = (count: number) => 'x'.repeat(count);
const request = { place: 'unit:u1', subject: 'Fuite', description: 'Sous l’évier' };
const ofAction = (spec: FormSpec, values: object, field: string) =>
  (spec.check?.(values as never) as Record<string, string | undefined> | undefined)?.[field];

/** services/tickets/src/domain/ticket/limits.spec.ts and gateway/src/tickets/limits.spec.ts hold the same table. */
const COUNTED: readonly (readonly [string, number, (count: number) => unknown])[] = [
  ['subject', LETTERS.subject, (count) => checkRequest({ ...request, subject: letters(count) })['subject']],
  [
    'description',
    LETTERS.text,
    (count) => checkRequest({ ...request, description: letters(count) })['description'],
  ],
  [
    'visit',
    VISIT_MINUTES.most,
    (count) =>
      ofAction(
        WORK_SPECS.ACCEPT_WORK_ORDER,
        { start: '', durationMinutes: String(count) },
        'durationMinutes',
      ),
  ],
  [
    'delay of the contractor',
    LATE_MINUTES.most,
    (count) =>
      ofAction(WORK_SPECS.ANSWER_PRESENCE, { answer: 'LATE', lateMinutes: String(count) }, 'lateMinutes'),
  ],
  [
    'visit reminder',
    TIMERS.visitHours,
    (count) => checkTimers(typedTimers({ visitHours: count }), ['visitHours'])['timers.visitHours'],
  ],
];

describe('a form', () => {
  it.each(COUNTED)('takes so much of a %s as the house’s table says (%i), and no more', (_, most, fault) => {
    expect(fault(most)).toBeUndefined();
    expect(fault(most + 1)).toEqual(expect.any(String));
  });
});
