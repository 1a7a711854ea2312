import { APPROVAL_CHANGE_MINUTES } from '@intervia/rules';
import { AnswerSettled } from '../values/errors.js';
import { quoteOf } from '../mission/mission.js';
import type { Mission } from '../mission/mission.js';
import type { MissionStep } from '../mission/steps.js';
import type { ExistingTicket } from '../ticket/ticket.js';

const MINUTE = 60_000;

/** Until when whoever answered may take it back; undefined where nothing is left to take back, or somebody else answered. */
export function changeableUntil(
  { phase }: Pick<ExistingTicket, 'phase'>,
  mission: Mission,
  correspondentId: string,
): Date | undefined {
  if (phase !== 'open') return undefined;
  // Once the manager decided, it is the manager's.
  if (mission.status !== 'QUOTE_APPROVED' && mission.status !== 'QUOTE_REJECTED') return undefined;
  const approval = quoteOf(mission)?.approval;
  if (approval?.answeredAt === undefined || approval.correspondentId !== correspondentId) return undefined;
  return new Date(approval.answeredAt.getTime() + APPROVAL_CHANGE_MINUTES * MINUTE);
}

/**
 * Whether the step takes an answer back that its actor gave: the table refuses it to everybody else.
 * @throws AnswerSettled when it comes too late
 */
export function isCorrection(step: MissionStep, mission: Mission, ticket: ExistingTicket): boolean {
  if (step.type !== 'AnswerApproval' || !step.corrects) return false;
  const until = changeableUntil(ticket, mission, step.actor.id);
  if (until && step.now >= until) throw new AnswerSettled();
  return until !== undefined;
}
