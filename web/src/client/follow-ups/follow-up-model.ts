import type { Appointment, FollowUp, FollowUpStep } from '../../api/types.js';
import { CLIENT_FACTS } from '../../fr.js';

export interface ShownStep {
  key: string;
  at: string;
  title: string;
  appointment?: Appointment;
}

/** Newest first. Several contractors asked at once are one step; a step of a later release is left out. */
export function shownSteps(steps: readonly FollowUpStep[]): ShownStep[] {
  const isRequested = steps.some(({ fact }) => fact === 'PreTicketReceived');
  const shown: ShownStep[] = [];
  for (const { at, fact, appointment } of steps) {
    const title = titleOf(fact, isRequested);
    const before = shown.at(-1);
    if (!title || (before?.title === title && before.at === at)) continue;
    shown.push({ key: `${shown.length}`, at, title, appointment });
  }
  return shown.toReversed();
}

/** A ticket made of a request: the opening is the agency's yes. */
function titleOf(fact: FollowUpStep['fact'], isRequested: boolean): string | undefined {
  const name = fact === 'TicketOpened' && isRequested ? 'RequestAccepted' : fact;
  return Object.hasOwn(CLIENT_FACTS, name) ? CLIENT_FACTS[name] : undefined;
}

const EXPECTED: ReadonlySet<string> = new Set(['WORK_ORDER_ACCEPTED', 'APPOINTMENT_VALIDATED']);

/** The visit that is still to come: the last one told, while the status says that there is one. */
export function expectedVisit({
  status,
  steps,
}: Pick<FollowUp, 'status' | 'steps'>): Appointment | undefined {
  return EXPECTED.has(status) ? steps.findLast(({ appointment }) => appointment)?.appointment : undefined;
}
