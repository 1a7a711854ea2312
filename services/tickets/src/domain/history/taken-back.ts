import { makesNoStep } from '../mission/evolve-mission.js';
import { REFUSED } from './record.js';
import type { CourseRecord } from './record.js';
import { isOfWholeTicket } from '../ticket/ticket-events.js';

/** History as if the steps that were gone back on had never been: who follows a ticket is told what holds. */
export function withoutTakenBack(history: readonly CourseRecord[]): readonly CourseRecord[] {
  const stepsOf = new Map<string, CourseRecord[][]>();
  const takenBack = new Set<CourseRecord>();
  for (const record of history) {
    const steps = stepsOf.get(record.missionId) ?? [];
    stepsOf.set(record.missionId, steps);
    if (record.fact === 'SteppedBack') for (const fact of steps.pop() ?? []) takenBack.add(fact);
    else if (record.continues) steps.at(-1)?.push(record);
    else if (isStep(record)) steps.push([record]);
  }
  return history.filter((record) => !takenBack.has(record));
}

/** What tells nothing of the course of things, and comes in any number. */
const BESIDE_COURSE: ReadonlySet<string> = new Set<CourseRecord['fact']>([
  REFUSED,
  'MessagePosted',
  'MessageReceived',
  'NoteAdded',
  'ReachChanged',
  'ReminderSent',
  'ThirdPartiesInformed',
  'TicketUpdated',
  'VisitReminded',
]);

export const isOfCourse = ({ fact }: CourseRecord): boolean => !BESIDE_COURSE.has(fact);

const isStep = ({ missionId, fact }: CourseRecord): boolean =>
  missionId !== '' && fact !== REFUSED && !isOfWholeTicket(fact) && !makesNoStep(fact);
