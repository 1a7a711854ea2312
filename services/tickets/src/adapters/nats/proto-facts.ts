import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import type { MissionContextSchema, TicketContextSchema } from '@intervia/contracts';
import {
  CompletionAskedSchema,
  CompletionReportedSchema,
  InvoiceReceivedSchema,
  InvoiceRequestedSchema,
  Module,
  NewInvoiceRequestedSchema,
  PresenceAnswer,
  PresenceAnsweredSchema,
  PresenceAskedSchema,
  ReminderSentSchema,
  RemindersExhaustedSchema,
  Status,
  TicketClosedSchema,
  TicketOpenedSchema,
  TicketType,
  TimerKind,
  WorkOrderAcceptedSchema,
  WorkOrderRefusedSchema,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import { Facts } from '../../application/ports/facts.js';
import type { FactContext } from '../../application/ports/facts.js';
import { descriptionForContractors, placeForContractors } from '../../domain/contractor-view.js';
import type { RecordedEvent } from '../../domain/events.js';
import { visitOf } from '../../domain/mission.js';
import type { Mission } from '../../domain/mission.js';
import type { ExistingTicket } from '../../domain/ticket.js';
import { ticketStatus, ticketType } from '../../domain/ticket.js';
import { digicodeLine } from '../../fr.js';
import { toActorMessage, toAppointmentMessage, toDocumentMessage, toPersonMessage } from './to-proto.js';

type TicketContext = MessageInitShape<typeof TicketContextSchema>;
type MissionContext = MessageInitShape<typeof MissionContextSchema>;
type Told = Pick<OutgoingEvent, 'schema' | 'message'>;

/** Facts as the proto package of events names them. An import is told to nobody. */
export class ProtoFacts extends Facts {
  tell(event: RecordedEvent, context: FactContext): OutgoingEvent | undefined {
    const told = translate(event, toTicketContext(event, context), context.ticket);
    if (!told) return undefined;
    const { id, agencyId } = context.ticket.details;
    return { id: context.id, agencyId, aggregateId: id, occurredAt: event.at, ...told };
  }
}

function translate(event: RecordedEvent, ticket: TicketContext, state: ExistingTicket): Told | undefined {
  if (event.type === 'TicketImported') return undefined;
  if (event.type === 'TicketOpened') return told(TicketOpenedSchema, { ticket });
  if (event.type === 'TicketClosed') {
    return told(TicketClosedSchema, {
      ticket,
      comment: event.comment,
      missions: state.missions.map(toMissionContext),
    });
  }
  return translateMission(event, ticket, contextOf(event.missionId, state), state);
}

type MissionFact = Exclude<RecordedEvent, { type: 'TicketImported' | 'TicketOpened' | 'TicketClosed' }>;

function translateMission(
  event: MissionFact,
  ticket: TicketContext,
  mission: MissionContext,
  state: ExistingTicket,
): Told {
  switch (event.type) {
    case 'WorkOrderRequested': {
      const attachments = state.documents.filter(({ kind }) => kind === 'ATTACHMENT');
      return told(WorkOrderRequestedSchema, {
        ticket,
        mission,
        attachments: attachments.map(({ ref }) => toDocumentMessage(ref)),
      });
    }
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

function told<S extends DescMessage>(schema: S, content: MessageInitShape<S>): Told {
  return { schema, message: create(schema, content) };
}

/** Goes to contractors too: the owner's name only when it was ticked, the digicode in the description. */
function toTicketContext(event: RecordedEvent, { ticket, version }: FactContext): TicketContext {
  const { details } = ticket;
  return {
    ticketId: details.id,
    number: details.number,
    type: TicketType[ticketType(ticket)],
    module: Module[details.module],
    subject: details.subject,
    description: descriptionForContractors(details, digicodeLine),
    notifiedDescription: details.notifiedDescription,
    place: placeForContractors(details),
    silent: details.silent,
    urgent: details.urgent,
    notifyReminders: details.notifyReminders,
    manager: details.manager,
    notified: details.notified.map(toPersonMessage),
    contacts: details.contacts.map(toPersonMessage),
    version,
    actor: toActorMessage(event.actor),
    status: Status[ticketStatus(ticket)],
  };
}

function contextOf(missionId: string, { missions }: ExistingTicket): MissionContext {
  const mission = missions.find(({ id }) => id === missionId);
  if (!mission) throw new Error(`no mission ${missionId}`);
  return toMissionContext(mission);
}

function toMissionContext(mission: Mission): MissionContext {
  const visit = visitOf(mission);
  return {
    missionId: mission.id,
    contractor: toPersonMessage(mission.contractor),
    appointment: visit && toAppointmentMessage(visit.appointment),
    status: Status[mission.status],
  };
}
