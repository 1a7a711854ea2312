import { checkComment } from '../values/checks.js';
import { ActionNotAllowed, NothingToStepBack, QuoteAlreadyAccepted, assertNone } from '../values/errors.js';
import type { TicketError } from '../values/errors.js';
import type { StepBack } from '../mission/mission-commands.js';
import type { MissionEvent } from '../mission/mission-events.js';
import { droppedAppointment, isAccepted, isCounted } from '../mission/mission.js';
import type { Mission } from '../mission/mission.js';
import { countedMissions } from '../ticket/ticket.js';
import type { RunningTicket } from '../ticket/ticket.js';

/** A compensating entry: history is kept, a sent message is never recalled. */
export function stepBack(
  command: StepBack,
  mission: Mission,
  ticket: RunningTicket,
): readonly MissionEvent[] {
  const { actor, now, missionId, comment } = command;
  const refusal = refusalOfStepBack(mission, ticket);
  const to = mission.past.at(-1);
  if (refusal || !to) throw refusal ?? new NothingToStepBack();
  assertNone(checkComment('comment', comment));
  const stages = { from: mission.status, to: to.status, dropped: droppedAppointment(mission, to) };
  return [{ type: 'SteppedBack', at: now, actor, missionId, comment, ...stages }];
}

/** Why this mission cannot go back now, if it cannot. */
export function refusalOfStepBack(mission: Mission, ticket: RunningTicket): TicketError | undefined {
  const to = mission.past.at(-1);
  if (!to) return new NothingToStepBack();
  const others = countedMissions(ticket).filter((other) => other !== mission);
  if (isAccepted(to) && others.some(isAccepted)) return new QuoteAlreadyAccepted();
  // A ticket asks all its contractors for the same.
  const mixed = isCounted(to) && others.some(({ kind }) => kind !== to.kind);
  return mixed ? new ActionNotAllowed('StepBack', mission.status) : undefined;
}
