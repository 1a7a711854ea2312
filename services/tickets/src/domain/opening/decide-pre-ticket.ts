import { LETTERS } from '@intervia/rules';
import { requesterOf } from '../ticket/requester.js';
import { checkComment, checkPerson, checkText, filled } from '../values/checks.js';
import { assertComplete, assertNew, firstRequests } from './decide-opening.js';
import { detailsOf, pendingDetails } from '../ticket/details.js';
import type { CompleteRequest } from '../ticket/details.js';
import { checkAttachments, checkDraft } from '../ticket/draft.js';
import { ActorNotAllowed, InvalidCommand, InvalidTicket } from '../values/errors.js';
import type { TicketEvent } from '../ticket/events.js';
import type { Actor } from '../values/model.js';
import type {
  CancelPreTicket,
  PreTicketRequest,
  ReceivePreTicket,
  ValidatePreTicket,
} from '../ticket/ticket-commands.js';
import type { ExistingTicket, Ticket } from '../ticket/ticket.js';

/** The client itself, a user of the agency for it, or LSC; the import of site visits comes as the system. */
const REQUESTERS: readonly Actor['kind'][] = ['REQUESTER', 'USER', 'SYSTEM'];

/** Asked before a number is taken. */
export function assertMayRequest(
  actor: Actor,
  request: PreTicketRequest,
): asserts request is CompleteRequest {
  if (!REQUESTERS.includes(actor.kind)) throw new ActorNotAllowed('RequestTicket');
  const { module, place, source, subject, description, requester, attachments } = request;
  const problems = [
    ...filled('module', module),
    ...filled('source', source),
    ...filled('place', place && (place.unitId || place.buildingId)),
    ...checkText('subject', subject, { required: true, max: LETTERS.subject }),
    ...checkText('description', description, { max: LETTERS.text }),
    ...(requester ? checkPerson('requester', requester) : []),
    ...checkAttachments(attachments),
  ];
  if (actor.kind === 'REQUESTER' && requester?.partyId !== actor.id) {
    problems.push({ field: 'requester.partyId', code: 'NOT_THE_CALLER' });
  }
  if (problems.length > 0) throw new InvalidTicket(problems);
}

/** Manual, "Précisions sur les tickets de type « ? »". */
export function receivePreTicket(command: ReceivePreTicket, ticket: Ticket): readonly TicketEvent[] {
  const { actor, now, identity, request, settings } = command;
  assertNew(ticket, 'RequestTicket');
  assertMayRequest(actor, request);
  const details = pendingDetails(request, identity, actor, now, settings);
  return [{ type: 'PreTicketReceived', at: now, actor, details, attachments: request.attachments }];
}

/** What the draft leaves open stays as it was asked for; the documents are kept whatever it says. */
export function validatePreTicket(
  command: ValidatePreTicket,
  ticket: ExistingTicket,
): readonly TicketEvent[] {
  const { actor, now, missionIds, draft, settings } = command;
  const asked = ticket.details;
  const whole = {
    ...draft,
    requester: draft.requester ?? asked.requester,
    originalDescription: draft.originalDescription || asked.originalDescription,
    notified: draft.notified.length > 0 ? draft.notified : asked.notified,
    requestedAt: draft.requestedAt ?? asked.requestedAt,
  };
  assertComplete(whole, checkDraft(whole));
  const fact = { at: now, actor };
  return [
    { type: 'PreTicketValidated', ...fact },
    {
      type: 'TicketOpened',
      ...fact,
      details: detailsOf(whole, asked, actor, now, settings),
      attachments: whole.attachments,
      ofRequest: true,
    },
    ...firstRequests(whole, missionIds, fact),
  ];
}

/** By the agency, or by who asked, through its own link. */
export function cancelPreTicket(
  { type, actor, now, reason }: CancelPreTicket,
  ticket: ExistingTicket,
): readonly TicketEvent[] {
  if (actor.kind === 'REQUESTER' && actor.id !== requesterOf(ticket)?.id) throw new ActorNotAllowed(type);
  const problems = checkComment('reason', reason);
  if (problems.length > 0) throw new InvalidCommand(problems);
  return [{ type: 'PreTicketCancelled', at: now, actor, reason }];
}
