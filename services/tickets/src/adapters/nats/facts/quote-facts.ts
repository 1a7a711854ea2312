import {
  AppointmentCancelledSchema,
  AppointmentPostponedSchema,
  AppointmentProposedSchema,
  AppointmentValidatedSchema,
  ApprovalAnsweredSchema,
  ApprovalRequestedSchema,
  QuoteAcceptedSchema,
  QuotePromisedSchema,
  QuoteReceivedSchema,
  QuoteRefusedSchema,
  QuoteRequestRefusedSchema,
  QuoteRequestedSchema,
  RefusalReason,
} from '@intervia/contracts';
import type { MissionEvent, WorkOrderRequested } from '../../../domain/mission/mission-events.js';
import { toCorrespondentMessage } from '../views/exchange.mapper.js';
import { droppedBy, firstRequest, quoteContextOf, eventContent } from './fact-context.js';
import type { EventContent, MissionFactContext } from './fact-context.js';
import { toAppointmentMessage, toDocumentMessage, toPersonMessage } from '../to-proto.js';

const QUOTE_FACTS = [
  'QuoteRequested',
  'QuotePromised',
  'QuoteRequestRefused',
  'QuoteReceived',
  'ApprovalRequested',
  'ApprovalAnswered',
  'QuoteAccepted',
  'QuoteRefused',
  'AppointmentProposed',
  'AppointmentValidated',
  'AppointmentPostponed',
  'AppointmentCancelled',
] as const satisfies readonly MissionEvent['type'][];

/** What only quotes toEvent. */
export type QuoteFact = Extract<MissionEvent, { type: (typeof QUOTE_FACTS)[number] }>;

export function isQuoteFact(event: MissionEvent | WorkOrderRequested): event is QuoteFact {
  return (QUOTE_FACTS as readonly string[]).includes(event.type);
}

export function toQuoteEvent(
  event: QuoteFact,
  { ticket, mission, state, settings }: MissionFactContext,
): EventContent {
  switch (event.type) {
    case 'QuoteRequested': {
      const { fromWorkOrder, comment, anotherContractor = false } = event;
      const request = { ...firstRequest(state, settings), anotherContractor, ...droppedBy(event) };
      return eventContent(QuoteRequestedSchema, { ticket, mission, ...request, fromWorkOrder, comment });
    }
    case 'QuotePromised':
      return eventContent(QuotePromisedSchema, { ticket, mission, comment: event.comment });
    case 'QuoteRequestRefused':
      return eventContent(QuoteRequestRefusedSchema, { ticket, mission, reason: event.reason });
    case 'QuoteReceived': {
      const { amountCents, comment } = event;
      const quotes = event.quotes.map(toDocumentMessage);
      return eventContent(QuoteReceivedSchema, {
        ticket,
        mission,
        quotes,
        amountCents,
        comment,
        ...droppedBy(event),
      });
    }
    case 'ApprovalRequested': {
      const { comment } = event;
      const correspondent = toCorrespondentMessage(event.correspondent);
      const informed = event.informed.map(toPersonMessage);
      const quote = quoteContextOf(event.missionId, state);
      return eventContent(ApprovalRequestedSchema, {
        ticket,
        mission,
        correspondent,
        informed,
        ...quote,
        comment,
        replacement: event.replacement ?? false,
      });
    }
    case 'ApprovalAnswered': {
      const { approved, comment, corrects = false } = event;
      const correspondent = toCorrespondentMessage(event.correspondent);
      const answer = { correspondent, approved, comment, corrects };
      return eventContent(ApprovalAnsweredSchema, { ticket, mission, ...answer });
    }
    case 'QuoteAccepted': {
      const { comment } = event;
      const signedCopy = event.signedCopy && toDocumentMessage(event.signedCopy);
      const { amountCents } = quoteContextOf(event.missionId, state);
      return eventContent(QuoteAcceptedSchema, { ticket, mission, signedCopy, amountCents, comment });
    }
    case 'QuoteRefused': {
      const reason = RefusalReason[event.reason];
      return eventContent(QuoteRefusedSchema, { ticket, mission, reason, comment: event.comment });
    }
    case 'AppointmentProposed':
      return eventContent(AppointmentProposedSchema, {
        ticket,
        mission,
        comment: event.comment,
        ...droppedBy(event),
      });
    case 'AppointmentValidated':
      return eventContent(AppointmentValidatedSchema, { ticket, mission });
    case 'AppointmentPostponed':
    case 'AppointmentCancelled': {
      const schema =
        event.type === 'AppointmentPostponed' ? AppointmentPostponedSchema : AppointmentCancelledSchema;
      const dropped = { ...mission, appointment: toAppointmentMessage(event.appointment) };
      return eventContent(schema, { ticket, mission: dropped, comment: event.comment });
    }
  }
}
