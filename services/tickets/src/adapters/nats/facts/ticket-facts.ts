import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  ManagerChangedSchema,
  MessagePostedSchema,
  MessageReceivedSchema,
  NoteAddedSchema,
  PreTicketCancelledSchema,
  PreTicketReceivedSchema,
  PreTicketValidatedSchema,
  ReachChangedSchema,
  ThirdPartiesInformedSchema,
  TicketClosedSchema,
  TicketReopenedSchema,
  TicketUpdatedSchema,
} from '@intervia/contracts';
import type { PreTicketReceived, WholeTicketEvent } from '../../../domain/ticket/ticket-events.js';
import type { ExistingTicket } from '../../../domain/ticket/ticket.js';
import { toCorrespondentMessage } from '../views/exchange.mapper.js';
import { contextOf, correspondentMessage, eventContent, toMissionContext } from './fact-context.js';
import type { TicketContext, EventContent } from './fact-context.js';
import { toDocumentMessage, toPersonMessage, toUserMessage } from '../to-proto.js';

/** What is eventContent of the ticket as a whole, and of what is said around it. */
export function toTicketEvent(
  event: PreTicketReceived | WholeTicketEvent,
  ticket: TicketContext,
  state: ExistingTicket,
): EventContent {
  switch (event.type) {
    case 'PreTicketReceived':
      return eventContent(PreTicketReceivedSchema, {
        ticket,
        attachments: event.attachments.map(toDocumentMessage),
        text: event.details.originalDescription,
      });
    case 'PreTicketValidated':
      return eventContent(PreTicketValidatedSchema, { ticket });
    case 'PreTicketCancelled':
      return eventContent(PreTicketCancelledSchema, { ticket, reason: event.reason });
    case 'TicketUpdated':
      return eventContent(TicketUpdatedSchema, { ticket, fields: [...event.fields] });
    case 'ReachChanged':
      return eventContent(ReachChangedSchema, {
        ticket,
        mission: missionContext(event.missionId, state),
        correspondent: correspondentMessage(event.correspondentId, state),
      });
    case 'ManagerChanged':
      return eventContent(ManagerChangedSchema, { ticket, previous: toUserMessage(event.previous) });
    case 'NoteAdded':
      // What it says stays inside.
      return eventContent(NoteAddedSchema, { ticket });
    case 'MessagePosted':
    case 'MessageReceived': {
      const { threadId, messageId, subject, text, documents, correspondent } = event;
      const schema = event.type === 'MessagePosted' ? MessagePostedSchema : MessageReceivedSchema;
      return eventContent(schema, {
        ticket,
        mission: missionContext(event.missionId, state),
        correspondent: correspondent && toCorrespondentMessage(correspondent),
        threadId,
        messageId,
        subject,
        text,
        documents: documents.map(toDocumentMessage),
      });
    }
    case 'ThirdPartiesInformed':
      return eventContent(ThirdPartiesInformedSchema, {
        ticket,
        mission: missionContext(event.missionId, state),
        persons: event.persons.map(toPersonMessage),
        comment: event.comment,
      });
    case 'TicketClosed':
      return eventContent(TicketClosedSchema, {
        ticket,
        comment: event.comment,
        missions: state.missions.map(toMissionContext),
      });
    case 'TicketReopened':
      return eventContent(TicketReopenedSchema, {
        ticket,
        comment: event.comment,
        missions: state.missions.map(toMissionContext),
        closedAt: event.closedAt && timestampFromDate(event.closedAt),
      });
  }
}

function missionContext(missionId: string, state: ExistingTicket): ReturnType<typeof contextOf> | undefined {
  return missionId ? contextOf(missionId, state) : undefined;
}
