import { anyPack, timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  PersonErasedSchema,
  TicketDeletedSchema,
  TicketImportedSchema,
  TicketOpenedSchema,
} from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import { Facts } from '../../../application/ports/facts.js';
import type { ErasedFrom, FactContext } from '../../../application/ports/facts.js';
import { visitsAhead } from '../../../domain/opening/deletion.js';
import type { Tombstone } from '../../../domain/opening/deletion.js';
import type { RecordedEvent } from '../../../domain/ticket/events.js';
import { SYSTEM } from '../../../domain/values/model.js';
import { isWholeTicketEvent } from '../../../domain/ticket/ticket-events.js';
import {
  contextOf,
  eventContent,
  remindedContext,
  toMissionContext,
  toTicketContext,
} from './fact-context.js';
import type { TicketContext, EventContent } from './fact-context.js';
import { toMissionEvent } from './mission-facts.js';
import { isQuoteFact, toQuoteEvent } from './quote-facts.js';
import { toTicketEvent } from './ticket-facts.js';

/** Facts as the proto package of events names them. An import and a life are told to read models alone. */
export class ProtoFacts extends Facts {
  toEvent(event: RecordedEvent, context: FactContext): OutgoingEvent | undefined {
    const content = translate(event, toTicketContext(event, context), context);
    if (!content) return undefined;
    const { id, agencyId } = context.ticket.details;
    return { id: context.id, agencyId, aggregateId: id, occurredAt: event.at, ...content };
  }

  deletionEvent(tombstone: Tombstone, context: Omit<FactContext, 'audience'>): OutgoingEvent {
    const { ticketId, agencyId, number, at, actor } = tombstone;
    const { ticket } = context;
    const documentIds = ticket.documents.map(({ ref }) => ref.id);
    const expected = visitsAhead(ticket, at);
    const told = expected.length > 0 && {
      ticket: toTicketContext({ actor }, { ...context, audience: [] }),
      missions: expected.map(toMissionContext),
    };
    const deleted = eventContent(TicketDeletedSchema, { ticketId, number, documentIds, ...told });
    return { id: context.id, agencyId, aggregateId: ticketId, occurredAt: at, ...deleted };
  }

  lifeEvent(
    lived: readonly OutgoingEvent[],
    context: Omit<FactContext, 'audience'>,
    at: Date,
  ): OutgoingEvent {
    const { id: ticketId, agencyId } = context.ticket.details;
    const content = {
      ticket: toTicketContext({ actor: SYSTEM }, { ...context, audience: [] }),
      lived: lived.map(({ id, occurredAt, schema, message }) => ({
        id,
        occurredAt: timestampFromDate(occurredAt),
        fact: anyPack(schema, message),
      })),
    };
    const told = { id: context.id, agencyId, aggregateId: ticketId, occurredAt: at };
    return { ...told, ...eventContent(TicketImportedSchema, content) };
  }

  erasureEvent({ agencyId, ...erased }: ErasedFrom, at: Date, id: string): OutgoingEvent {
    const { ticketId, documentIds, missionIds } = erased;
    const content = { ...erased, documentIds: [...documentIds], missionIds: [...missionIds] };
    return {
      ...{ id, agencyId, aggregateId: ticketId, occurredAt: at },
      ...eventContent(PersonErasedSchema, content),
    };
  }
}

function translate(
  event: RecordedEvent,
  ticket: TicketContext,
  { ticket: state, settings }: FactContext,
): EventContent | undefined {
  if (event.type === 'TicketImported') {
    return eventContent(TicketImportedSchema, {
      ticket,
      openedAt: timestampFromDate(state.details.openedAt),
      closedAt: timestampFromDate(event.closedAt),
      missions: state.missions.map(toMissionContext),
    });
  }
  if (event.type === 'TicketOpened') {
    return eventContent(TicketOpenedSchema, { ticket, ofRequest: event.ofRequest ?? false });
  }
  if (event.type === 'PreTicketReceived' || isWholeTicketEvent(event))
    return toTicketEvent(event, ticket, state);
  const mission = (event.type === 'ReminderSent' ? remindedContext : contextOf)(event.missionId, state);
  return isQuoteFact(event)
    ? toQuoteEvent(event, { ticket, mission, state, settings })
    : toMissionEvent(event, { ticket, mission, state, settings });
}
