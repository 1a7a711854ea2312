import type { ReachChanged, TicketUpdated } from '@intervia/contracts';
import type { Correction } from '../../../application/delivery/correct-reach.handler.js';
import { isDeclined } from '../../../domain/facts/steps.js';
import { someCorrespondent, toMission, toTicket } from './to-fact.js';

/** The requester's address was corrected, or somebody else asked for it. */
export function correctedRequester({
  ticket: context,
  fields,
}: TicketUpdated): Omit<Correction, 'agencyId' | 'eventId'> | undefined {
  if (!fields.includes('requester')) return undefined;
  const { id: ticketId, requester: person, requesterId: correspondentId } = toTicket(context);
  if (!person || !correspondentId) return undefined;
  return { ticketId, holder: { correspondentId }, person, isAwaited: true };
}

/** Whose address was corrected, and how that person is reached now. */
export function correctionOf({
  ticket,
  mission,
  correspondent,
}: ReachChanged): Omit<Correction, 'agencyId' | 'eventId'> | undefined {
  const ticketId = ticket?.ticketId ?? '';
  if (correspondent) {
    const { id: correspondentId, person } = someCorrespondent(correspondent);
    return { ticketId, holder: { correspondentId }, person, isAwaited: true };
  }
  if (!mission) return undefined;
  const { id: missionId, contractor: person, step } = toMission(mission);
  const isAwaited = !isDeclined(step) && step !== 'replaced' && step !== 'invoice-received';
  return { ticketId, holder: { missionId }, person, isAwaited };
}
