import { audienceKeys, audienceOf } from './audience.js';
import type { ClientScope } from './audience.js';
import type { RecordedEvent } from '../ticket/events.js';
import { followUpOf } from './follow-up.js';
import { recordOf } from '../history/history.js';
import type { Module } from '../values/model.js';
import { same } from '../values/same.js';
import type { ExistingTicket, Ticket } from '../ticket/ticket.js';

/** What becomes of a request is its requester's business, even where clients are shown no ticket. */
const OF_REQUESTS: ReadonlySet<RecordedEvent['type']> = new Set<RecordedEvent['type']>([
  'PreTicketReceived',
  'PreTicketValidated',
  'PreTicketCancelled',
]);

const requestKey = (partyId: string): string => `REQUEST:${partyId}`;

/**
 * Which clients a fact concerns: whose follow-up reads differently after it, or whose it is no more. Nobody where it
 * is internal.
 * @param before the ticket before the fact's command
 */
export function concernedClients(event: RecordedEvent, before: Ticket, after: ExistingTicket): string[] {
  const partyId = after.details.requester?.partyId;
  const ofRequest = partyId && OF_REQUESTS.has(event.type) ? [requestKey(partyId)] : [];
  const audience = before.phase === 'none' ? [] : audienceOf(before);
  const ofFollowUp = changesFollowUp(event, before, after) ? [...audience, ...audienceOf(after)] : [];
  return [...new Set([...ofRequest, ...ofFollowUp])];
}

function changesFollowUp(event: RecordedEvent, before: Ticket, after: ExistingTicket): boolean {
  if (before.phase === 'none') return true;
  // What it takes back may have been told, and only history knows.
  if (event.type === 'SteppedBack') return true;
  // A step of its own, told to clients.
  return (
    followUpOf(after, [recordOf(event)]).steps.length > 0 ||
    !same(followedBesidesSteps(before), followedBesidesSteps(after))
  );
}

/** What a client reads besides the steps. */
function followedBesidesSteps(ticket: ExistingTicket): unknown {
  const { subject, description, notifiedDescription } = ticket.details;
  return [followUpOf(ticket, []), subject, description, notifiedDescription, audienceOf(ticket)];
}

/** All by which a fact may name a client, in an agency that shows it tickets of these modules. */
export function clientKeys(scope: ClientScope, modules: readonly Module[]): string[] {
  return [...(scope.partyId ? [requestKey(scope.partyId)] : []), ...audienceKeys(scope, modules)];
}
