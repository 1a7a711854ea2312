import { MOST } from '@intervia/rules';
import { checkReachable, filled } from '../values/checks.js';
import { ActionNotAllowed, InvalidCommand, MissionNotFound, QuoteAlreadyAccepted } from '../values/errors.js';
import type { TicketError } from '../values/errors.js';
import type { TicketEvent } from '../ticket/events.js';
import { isAccepted, isQuote } from '../mission/mission.js';
import type { Mission, MissionStatus } from '../mission/mission.js';
import type { ContactAnotherContractor } from '../ticket/ticket-commands.js';
import { countedMissions } from '../ticket/ticket.js';
import type { ExistingTicket } from '../ticket/ticket.js';

/** The work is done: it cannot be taken back, only done again by somebody else beside it. */
const DONE: ReadonlySet<MissionStatus> = new Set([
  'COMPLETION_RECEIVED',
  'INVOICE_REQUESTED',
  'INVOICE_RECEIVED',
  'NEW_INVOICE_REQUESTED',
]);

/** Manual, "Contacter un autre intervenant". OUI takes one back and tells it; NON keeps all; ANNULER never gets here. */
export function contactAnother(
  command: ContactAnotherContractor,
  ticket: ExistingTicket,
): readonly TicketEvent[] {
  const { actor, now, contractor, replacedMissionId, newMissionId } = command;
  const problems = contractor ? checkReachable('contractor', contractor) : filled('contractor', contractor);
  if (!contractor || problems.length > 0) throw new InvalidCommand(problems);
  const counted = countedMissions(ticket);
  const replaced = replacedMissionId ? missionOf(replacedMissionId, counted) : undefined;
  const refusal = refusalOf(replaced, counted);
  if (refusal) throw refusal;
  const fact = { at: now, actor };
  const request = { ...fact, missionId: newMissionId, contractor, anotherContractor: true as const };
  return [
    ...(replaced
      ? [{ type: 'MissionReplaced' as const, ...fact, missionId: replaced.id, from: replaced.status }]
      : []),
    counted.some(isQuote)
      ? { type: 'QuoteRequested', ...request, comment: '', fromWorkOrder: false }
      : { type: 'WorkOrderRequested', ...request },
  ];
}

function missionOf(missionId: string, counted: readonly Mission[]): Mission {
  const mission = counted.find(({ id }) => id === missionId);
  if (!mission) throw new MissionNotFound();
  return mission;
}

/** Why nobody else can be asked now, beside the others or in the place of one of them. */
function refusalOf(replaced: Mission | undefined, counted: readonly Mission[]): TicketError | undefined {
  if (replaced && DONE.has(replaced.status))
    return new ActionNotAllowed('ContactAnotherContractor', replaced.status);
  const kept = counted.filter((mission) => mission !== replaced);
  if (kept.length >= MOST.contractors) return new InvalidCommand([{ field: 'contractor', code: 'TOO_MANY' }]);
  return kept.some(isAccepted) ? new QuoteAlreadyAccepted() : undefined;
}

/** By OUI or by NON. */
export function mayContactAnother(ticket: ExistingTicket): boolean {
  const counted = countedMissions(ticket);
  return [undefined, ...counted].some((replaced) => !refusalOf(replaced, counted));
}
