import { makesNoStep } from '../mission/evolve-mission.js';
import { REFUSED } from './record.js';
import type { HistoryRecord } from './record.js';
import { isOfWholeTicket } from '../ticket/ticket-events.js';

/** History as if the steps that were gone back on had never been: who follows a ticket is told what holds. */
export function withoutTakenBack(history: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const stepsOf = new Map<string, HistoryRecord[][]>();
  const takenBack = new Set<HistoryRecord>();
  for (const record of history) {
    const steps = stepsOf.get(record.missionId) ?? [];
    stepsOf.set(record.missionId, steps);
    if (record.fact === 'SteppedBack') for (const fact of steps.pop() ?? []) takenBack.add(fact);
    else if (record.continues) steps.at(-1)?.push(record);
    else if (isStep(record)) steps.push([record]);
  }
  return history.filter((record) => !takenBack.has(record));
}

const isStep = ({ missionId, fact }: HistoryRecord): boolean =>
  missionId !== '' && fact !== REFUSED && !isOfWholeTicket(fact) && !makesNoStep(fact);
