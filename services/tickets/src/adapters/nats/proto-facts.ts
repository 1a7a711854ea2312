import {
  CompletionAskedSchema,
  CompletionReportedSchema,
  InvoiceReceivedSchema,
  InvoiceRequestedSchema,
  NewInvoiceRequestedSchema,
  PresenceAnswer,
  PresenceAnsweredSchema,
  PresenceAskedSchema,
  ReminderSentSchema,
  RemindersExhaustedSchema,
  TicketDeletedSchema,
  TicketOpenedSchema,
  TimerKind,
  WorkOrderAcceptedSchema,
  WorkOrderRefusedSchema,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import { Facts } from '../../application/ports/facts.js';
import type { FactContext } from '../../application/ports/facts.js';
import type { Tombstone } from '../../domain/deletion.js';
import type { MissionEvent, RecordedEvent, WorkOrderRequested } from '../../domain/events.js';
import { isStanding } from '../../domain/ticket-events.js';
import { contextOf, firstRequest, told, toTicketContext } from './fact-context.js';
import type { FirstRequest, MissionContext, TicketContext, Told } from './fact-context.js';
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
  return translateMission(event, ticket, contextOf(event.missionId, state), firstRequest(state, settings));
}

type MissionFact = WorkOrderRequested | MissionEvent;

function translateMission(
  event: MissionFact,
  ticket: TicketContext,
  mission: MissionContext,
  request: FirstRequest,
): Told {
  switch (event.type) {
    case 'WorkOrderRequested':
      return told(WorkOrderRequestedSchema, { ticket, mission, ...request });
    case 'WorkOrderAccepted':
      return told(WorkOrderAcceptedSchema, { ticket, mission, comment: event.comment });
    case 'WorkOrderRefused':
      return told(WorkOrderRefusedSchema, { ticket, mission, reason: event.reason });
    case 'ReminderSent': {
      const { count, maximum } = event;
      return told(ReminderSentSchema, { ticket, mission, kind: TimerKind[event.kind], count, maximum });
    }
    case 'RemindersExhausted':
      return told(RemindersExhaustedSchema, { ticket, mission, kind: TimerKind[event.kind] });
    case 'PresenceAsked':
      return told(PresenceAskedSchema, { ticket, mission });
    case 'PresenceAnswered': {
      const { lateMinutes, comment } = event;
      const answer = PresenceAnswer[event.answer];
      return told(PresenceAnsweredSchema, { ticket, mission, answer, lateMinutes, comment });
    }
    case 'CompletionAsked':
      return told(CompletionAskedSchema, { ticket, mission });
    case 'CompletionReported': {
      const { comment, proofs, withInvoice } = event;
      return told(CompletionReportedSchema, { ticket, mission, comment, proofs: proofs.length, withInvoice });
    }
    case 'InvoiceRequested':
      return told(InvoiceRequestedSchema, { ticket, mission });
    case 'InvoiceReceived':
      return told(InvoiceReceivedSchema, { ticket, mission, amountCents: event.amountCents });
    case 'NewInvoiceRequested':
      return told(NewInvoiceRequestedSchema, { ticket, mission, comment: event.comment });
  }
}
