import type { FieldError } from '@intervia/rules';
import { isCounted, isDone } from '../mission/mission.js';
import type { PostMessage } from '../ticket/ticket-commands.js';
import type { ExistingTicket } from '../ticket/ticket.js';

/** Somebody reported that the work is done. */
export const isRepairAsked = ({ missions }: ExistingTicket): boolean =>
  missions.some((mission) => isCounted(mission) && isDone(mission));

/** "Est-ce réparé ?" is asked of whoever asked for it, once something was done. */
export function checkRepair({ repaired, actor }: PostMessage, ticket: ExistingTicket): FieldError[] {
  if (repaired === undefined) return [];
  return actor.kind === 'REQUESTER' && isRepairAsked(ticket)
    ? []
    : [{ field: 'repaired', code: 'NOT_ASKED' }];
}

/** The last answer to whether it is repaired. */
export function lastRepair({ threads }: ExistingTicket): boolean | undefined {
  const answers = threads.flatMap(({ messages }) =>
    messages.flatMap(({ at, repaired }) => (repaired === undefined ? [] : [{ at, repaired }])),
  );
  return answers.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)?.repaired;
}
