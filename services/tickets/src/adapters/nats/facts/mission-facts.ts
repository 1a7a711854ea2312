import {
  AddressRefusedSchema,
  CompletionAskedSchema,
  CompletionReportedSchema,
  InvoiceReceivedSchema,
  InvoiceRequestedSchema,
  MissionReplacedSchema,
  NewInvoiceRequestedSchema,
  PresenceAnswer,
  PresenceAnsweredSchema,
  PresenceAskedSchema,
  ReadingAcknowledgedSchema,
  ReminderSentSchema,
  RemindersExhaustedSchema,
  Status,
  SteppedBackSchema,
  TimerKind,
  VisitRemindedSchema,
  WorkOrderAcceptedSchema,
  WorkOrderRefusedSchema,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import type { MissionEvent, WorkOrderRequested } from '../../../domain/mission/mission-events.js';
import type { ExistingTicket } from '../../../domain/ticket/ticket.js';
import { approverOf, correspondentMessage, droppedBy, firstRequest, eventContent } from './fact-context.js';
import type { MissionFactContext, EventContent } from './fact-context.js';
import type { QuoteFact } from './quote-facts.js';

type MissionFact = Exclude<MissionEvent | WorkOrderRequested, QuoteFact>;

/** What work orders toEvent, and all missions on site and after. */
export function toMissionEvent(
  event: MissionFact,
  { ticket, mission, state, settings }: MissionFactContext,
): EventContent {
  switch (event.type) {
    case 'WorkOrderRequested': {
      const { anotherContractor = false } = event;
      const request = { ...firstRequest(state, settings), anotherContractor };
      return eventContent(WorkOrderRequestedSchema, { ticket, mission, ...request });
    }
    case 'WorkOrderAccepted':
      return eventContent(WorkOrderAcceptedSchema, {
        ticket,
        mission,
        comment: event.comment,
        ...droppedBy(event),
      });
    case 'WorkOrderRefused':
      return eventContent(WorkOrderRefusedSchema, {
        ticket,
        mission,
        reason: event.reason,
        ...droppedBy(event),
      });
    case 'ReminderSent': {
      const { count, maximum } = event;
      const kind = TimerKind[event.kind];
      return eventContent(ReminderSentSchema, {
        ticket,
        mission,
        kind,
        count,
        maximum,
        ...reminded(event, state),
      });
    }
    case 'AddressRefused': {
      const { addresses, reason, correspondentId } = event;
      const correspondent = correspondentMessage(correspondentId, state);
      return eventContent(AddressRefusedSchema, {
        ticket,
        mission,
        correspondent,
        addresses: [...addresses],
        reason,
      });
    }
    case 'RemindersExhausted': {
      const kind = TimerKind[event.kind];
      return eventContent(RemindersExhaustedSchema, { ticket, mission, kind, ...reminded(event, state) });
    }
    case 'VisitReminded':
      return eventContent(VisitRemindedSchema, { ticket, mission });
    case 'PresenceAsked':
      return eventContent(PresenceAskedSchema, { ticket, mission });
    case 'PresenceAnswered': {
      const { lateMinutes, comment } = event;
      const answer = PresenceAnswer[event.answer];
      return eventContent(PresenceAnsweredSchema, { ticket, mission, answer, lateMinutes, comment });
    }
    case 'CompletionAsked':
      return eventContent(CompletionAskedSchema, { ticket, mission });
    case 'CompletionReported': {
      const { comment, proofs, withInvoice } = event;
      return eventContent(CompletionReportedSchema, {
        ticket,
        mission,
        comment,
        proofs: proofs.length,
        withInvoice,
        ...droppedBy(event),
      });
    }
    case 'InvoiceRequested':
      return eventContent(InvoiceRequestedSchema, { ticket, mission, automatic: event.automatic });
    case 'InvoiceReceived':
      return eventContent(InvoiceReceivedSchema, {
        ticket,
        mission,
        amountCents: event.amountCents,
        withCompletion: event.continues ?? false,
      });
    case 'NewInvoiceRequested':
      return eventContent(NewInvoiceRequestedSchema, { ticket, mission, comment: event.comment });
    case 'MissionReplaced':
      return eventContent(MissionReplacedSchema, { ticket, mission, from: Status[event.from] });
    case 'ReadingAcknowledged':
      return eventContent(ReadingAcknowledgedSchema, { ticket, mission });
    case 'SteppedBack': {
      const { comment } = event;
      const from = Status[event.from];
      return eventContent(SteppedBackSchema, { ticket, mission, from, comment, ...droppedBy(event) });
    }
  }
}

/** An approval's reminder is not the contractor's. */
function reminded(
  { kind, missionId }: Extract<MissionFact, { type: 'ReminderSent' | 'RemindersExhausted' }>,
  state: ExistingTicket,
): { correspondent?: ReturnType<typeof approverOf> } {
  return kind === 'APPROVAL_REMINDER' ? { correspondent: approverOf(missionId, state) } : {};
}
