import { TicketDeletedSchema, TicketOpenedSchema } from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import { Facts } from '../../../application/ports/facts.js';
import type { FactContext } from '../../../application/ports/facts.js';
import type { Tombstone } from '../../../domain/opening/deletion.js';
import type { RecordedEvent } from '../../../domain/ticket/events.js';
import { isStanding } from '../../../domain/ticket/ticket-events.js';
import { contextOf, told, toTicketContext } from './fact-context.js';
import type { TicketContext, Told } from './fact-context.js';
import { tellOfMission } from './mission-facts.js';
import { isQuoteFact, tellOfQuote } from './quote-facts.js';
import { tellOfTicket } from './ticket-facts.js';

/** Facts as the proto package of events names them. An import is told to nobody. */
export class ProtoFacts extends Facts {
  tell(event: RecordedEvent, context: FactContext): OutgoingEvent | undefined {
    const told = translate(event, toTicketContext(event, context), context);
    if (!told) return undefined;
    const { id, agencyId } = context.ticket.details;
    return { id: context.id, agencyId, aggregateId: id, occurredAt: event.at, ...told };
  }

  tellDeletion({ ticketId, agencyId, number, at }: Tombstone, id: string): OutgoingEvent {
    const deleted = told(TicketDeletedSchema, { ticketId, number });
    return { id, agencyId, aggregateId: ticketId, occurredAt: at, ...deleted };
  }
}

function translate(
  event: RecordedEvent,
  ticket: TicketContext,
  { ticket: state, settings }: FactContext,
): Told | undefined {
  if (event.type === 'TicketImported') return undefined;
  if (event.type === 'TicketOpened') return told(TicketOpenedSchema, { ticket });
  if (event.type === 'PreTicketReceived' || isStanding(event)) return tellOfTicket(event, ticket, state);
  const mission = contextOf(event.missionId, state);
  return isQuoteFact(event)
    ? tellOfQuote(event, { ticket, mission, state, settings })
    : tellOfMission(event, { ticket, mission, state, settings });
}
