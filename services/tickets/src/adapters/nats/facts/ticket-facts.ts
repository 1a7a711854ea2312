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
import type { PreTicketReceived, StandingEvent } from '../../../domain/ticket/ticket-events.js';
import type { ExistingTicket } from '../../../domain/ticket/ticket.js';
import { toCorrespondentMessage } from '../views/exchange.mapper.js';
import { contextOf, told, toMissionContext } from './fact-context.js';
import type { TicketContext, Told } from './fact-context.js';
import { toDocumentMessage, toPersonMessage, toUserMessage } from '../to-proto.js';

/** What is told of the ticket as a whole, and of what is said around it. */
export function tellOfTicket(
  event: PreTicketReceived | StandingEvent,
  ticket: TicketContext,
  state: ExistingTicket,
): Told {
  switch (event.type) {
    case 'PreTicketReceived':
      return told(PreTicketReceivedSchema, { ticket, attachments: event.attachments.map(toDocumentMessage) });
    case 'PreTicketValidated':
      return told(PreTicketValidatedSchema, { ticket });
    case 'PreTicketCancelled':
      return told(PreTicketCancelledSchema, { ticket, reason: event.reason });
    case 'TicketUpdated':
      return told(TicketUpdatedSchema, { ticket, fields: [...event.fields] });
    case 'ReachChanged':
      return told(ReachChangedSchema, {
        ticket,
        mission: missionContext(event.missionId, state),
        correspondent: correspondentMessage(event.correspondentId, state),
      });
    case 'ManagerChanged':
      return told(ManagerChangedSchema, { ticket, previous: toUserMessage(event.previous) });
    case 'NoteAdded':
      // What it says stays inside.
      return told(NoteAddedSchema, { ticket });
    case 'MessagePosted':
    case 'MessageReceived': {
      const { threadId, messageId, subject, text, documents, correspondent } = event;
      const schema = event.type === 'MessagePosted' ? MessagePostedSchema : MessageReceivedSchema;
      return told(schema, {
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
      return told(ThirdPartiesInformedSchema, {
        ticket,
        mission: missionContext(event.missionId, state),
        persons: event.persons.map(toPersonMessage),
        comment: event.comment,
      });
    case 'TicketClosed':
      return told(TicketClosedSchema, {
        ticket,
        comment: event.comment,
        missions: state.missions.map(toMissionContext),
      });
    case 'TicketReopened':
      return told(TicketReopenedSchema, { ticket, comment: event.comment });
  }
}

function missionContext(missionId: string, state: ExistingTicket): ReturnType<typeof contextOf> | undefined {
  return missionId ? contextOf(missionId, state) : undefined;
}

function correspondentMessage(
  correspondentId: string,
  { correspondents }: ExistingTicket,
): ReturnType<typeof toCorrespondentMessage> | undefined {
  const correspondent = correspondents.find(({ id }) => id === correspondentId);
  return correspondent && toCorrespondentMessage(correspondent);
}
