import { describe, expect, it } from '@jest/globals';
import { REACHED } from '../../testing/scenario.js';
import { MISSION_STATUSES, hasNothingLeft, isVisitExpected } from './mission.js';
import type { MissionStage } from './mission.js';

const statusesWhere = (holds: (stage: MissionStage) => boolean) =>
  MISSION_STATUSES.filter((status) => holds(REACHED[status]().mission()));

describe('what others are told of a mission', () => {
  it('whether the contractor is expected: once the visit is agreed on, until it is called off or done', () => {
    expect(statusesWhere(isVisitExpected)).toEqual([
      'WORK_ORDER_ACCEPTED',
      'APPOINTMENT_VALIDATED',
      'PRESENCE_ASKED',
      'PRESENCE_CONFIRMED',
      'RUNNING_LATE',
      'AWAITING_COMPLETION',
    ]);
  });

  it('whether it has nothing left to do: it said no, was told no, or is done', () => {
    expect(statusesWhere(hasNothingLeft)).toEqual([
      'WORK_ORDER_REFUSED',
      'QUOTE_REQUEST_REFUSED',
      'QUOTE_REFUSED',
      'COMPLETION_RECEIVED',
      'INVOICE_REQUESTED',
      'INVOICE_RECEIVED',
      'NEW_INVOICE_REQUESTED',
      'REPLACED',
    ]);
  });
});
