import type { MissionStatus } from '../mission/mission.js';
import { VISIT_TIMERS } from '../mission/timer.js';
import type { TimerKind } from '../mission/timer.js';

const NONE: readonly TimerKind[] = [];
const END_OF_VISIT: readonly TimerKind[] = ['COMPLETION'];

/** The timers column of the specification: who is waited for, and what is still to come of a visit. */
export const TIMERS_OF: Readonly<Record<MissionStatus, readonly TimerKind[]>> = {
  WORK_ORDER_SENT: ['WORK_ORDER_REMINDER'],
  WORK_ORDER_REFUSED: NONE,
  WORK_ORDER_ACCEPTED: ['PRESENCE', 'COMPLETION'],
  QUOTE_REQUESTED: ['QUOTE_REMINDER'],
  QUOTE_REQUEST_REFUSED: NONE,
  // "QUOTE reminder goes on".
  QUOTE_PROMISED: ['QUOTE_REMINDER'],
  QUOTE_RECEIVED: NONE,
  QUOTE_AWAITING_APPROVAL: ['APPROVAL_REMINDER'],
  QUOTE_APPROVED: NONE,
  QUOTE_REJECTED: NONE,
  QUOTE_ACCEPTED: NONE,
  QUOTE_REFUSED: NONE,
  APPOINTMENT_PROPOSED: NONE,
  APPOINTMENT_VALIDATED: VISIT_TIMERS,
  PRESENCE_ASKED: END_OF_VISIT,
  PRESENCE_CONFIRMED: END_OF_VISIT,
  RUNNING_LATE: END_OF_VISIT,
  ABSENT: NONE,
  POSTPONEMENT_ASKED: NONE,
  AWAITING_COMPLETION: NONE,
  COMPLETION_RECEIVED: NONE,
  INVOICE_REQUESTED: ['INVOICE_REMINDER'],
  INVOICE_RECEIVED: NONE,
  NEW_INVOICE_REQUESTED: ['INVOICE_REMINDER'],
  REPLACED: NONE,
};
