import type { DescMessage, Message, MessageShape } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import * as events from '@intervia/contracts';
import type { TicketFact } from '../../../domain/facts/facts.js';
import {
  someCorrespondent,
  someMission,
  toAppointment,
  toCorrespondent,
  toDocument,
  toManager,
  toMission,
  toPerson,
  toPresenceAnswer,
  toRefusal,
  toReminderKind,
  toStep,
  toTicket,
} from './to-fact.js';

export interface ToldFact {
  readonly schema: DescMessage;
  readonly toFact: (event: Message, at: Date) => TicketFact;
}

/** `WorkOrderRequested` of `intervia.tickets.events.v1.WorkOrderRequested`. */
type NameOf<S extends DescMessage> =
  MessageShape<S>['$typeName'] extends `intervia.tickets.events.v1.${infer Name}` ? Name : never;

/** A fact bears the name of its event. */
function told<S extends DescMessage>(
  schema: S,
  toFact: (event: MessageShape<S>, at: Date) => Extract<TicketFact, { kind: NameOf<S> }>,
): ToldFact {
  return { schema, toFact: (event, at) => toFact(event as MessageShape<S>, at) };
}

interface OfTicket {
  readonly ticket?: events.TicketContext;
}
interface OfMission extends OfTicket {
  readonly mission?: events.MissionContext;
}

const ticketOf = ({ ticket }: OfTicket) => ({ ticket: toTicket(ticket) });
/** What every event of a mission speaks of. */
const missionOf = ({ ticket, mission }: OfMission) => ({
  ticket: toTicket(ticket),
  mission: toMission(mission),
});
/** A mission that becomes a quote: the visit that is dropped for it is the one to speak of. */
const quoteOf = (event: OfMission & { readonly droppedAppointment?: events.Appointment }) => {
  const { ticket, mission } = missionOf(event);
  return { ticket, mission: { ...mission, appointment: toAppointment(event.droppedAppointment) } };
};
const documents = (refs: readonly events.DocumentRef[]) => refs.map(toDocument);

const exchange = (event: events.MessagePosted | events.MessageReceived) => ({
  ...ticketOf(event),
  mission: someMission(event.mission),
  correspondent: toCorrespondent(event.correspondent),
  threadId: event.threadId,
  threadSubject: event.subject,
  text: event.text,
  documents: documents(event.documents),
});

const WORK_ORDER_FACTS: readonly ToldFact[] = [
  told(events.WorkOrderRequestedSchema, (event) => ({
    kind: 'WorkOrderRequested',
    ...missionOf(event),
    documents: documents(event.attachments),
    readReceipt: event.readReceipt,
    anotherContractor: event.anotherContractor,
  })),
  told(events.WorkOrderAcceptedSchema, (event) => ({
    kind: 'WorkOrderAccepted',
    ...missionOf(event),
    comment: event.comment,
    dropped: toAppointment(event.droppedAppointment),
  })),
  told(events.WorkOrderRefusedSchema, (event) => ({
    kind: 'WorkOrderRefused',
    ...missionOf(event),
    comment: event.reason,
    dropped: toAppointment(event.droppedAppointment),
  })),
  told(events.ReminderSentSchema, (event) => ({
    kind: 'ReminderSent',
    ...missionOf(event),
    reminder: toReminderKind(event.kind),
    count: event.count,
    maximum: event.maximum,
    correspondent: toCorrespondent(event.correspondent),
  })),
  told(events.RemindersExhaustedSchema, (event) => ({
    kind: 'RemindersExhausted',
    ...missionOf(event),
    reminder: toReminderKind(event.kind),
    correspondent: toCorrespondent(event.correspondent),
  })),
  told(events.AddressRefusedSchema, (event) => ({
    kind: 'AddressRefused',
    ...missionOf(event),
    correspondent: toCorrespondent(event.correspondent),
    addresses: event.addresses,
    reason: event.reason,
  })),
  told(events.PresenceAskedSchema, (event) => ({ kind: 'PresenceAsked', ...missionOf(event) })),
  told(events.PresenceAnsweredSchema, (event) => ({
    kind: 'PresenceAnswered',
    ...missionOf(event),
    answer: toPresenceAnswer(event.answer),
    lateMinutes: event.lateMinutes,
    comment: event.comment,
  })),
  told(events.CompletionAskedSchema, (event) => ({ kind: 'CompletionAsked', ...missionOf(event) })),
  told(events.CompletionReportedSchema, (event) => ({
    kind: 'CompletionReported',
    ...missionOf(event),
    comment: event.comment,
    proofs: event.proofs,
    dropped: toAppointment(event.droppedAppointment),
    withInvoice: event.withInvoice,
    invoiceCents: event.withInvoice ? (event.mission?.amountCents ?? 0) : 0,
  })),
  told(events.InvoiceRequestedSchema, (event) => ({
    kind: 'InvoiceRequested',
    ...missionOf(event),
    automatic: event.automatic,
  })),
  told(events.InvoiceReceivedSchema, (event) => ({
    kind: 'InvoiceReceived',
    ...missionOf(event),
    amountCents: event.amountCents,
    withCompletion: event.withCompletion,
  })),
  told(events.NewInvoiceRequestedSchema, (event) => ({
    kind: 'NewInvoiceRequested',
    ...missionOf(event),
    comment: event.comment,
  })),
  told(events.MissionReplacedSchema, (event) => ({
    kind: 'MissionReplaced',
    ...missionOf(event),
    from: event.from === events.Status.UNSPECIFIED ? undefined : toStep(event.from),
  })),
  told(events.ReadingAcknowledgedSchema, (event) => ({
    kind: 'ReadingAcknowledged',
    ...missionOf(event),
  })),
  told(events.SteppedBackSchema, (event) => ({
    kind: 'SteppedBack',
    ...missionOf(event),
    from: toStep(event.from),
    comment: event.comment,
  })),
];

const QUOTE_FACTS: readonly ToldFact[] = [
  told(events.QuoteRequestedSchema, (event) => ({
    kind: 'QuoteRequested',
    ...quoteOf(event),
    documents: documents(event.attachments),
    readReceipt: event.readReceipt,
    fromWorkOrder: event.fromWorkOrder,
    anotherContractor: event.anotherContractor,
    comment: event.comment,
  })),
  told(events.QuotePromisedSchema, (event) => ({
    kind: 'QuotePromised',
    ...missionOf(event),
    comment: event.comment,
  })),
  told(events.QuoteRequestRefusedSchema, (event) => ({
    kind: 'QuoteRequestRefused',
    ...missionOf(event),
    comment: event.reason,
  })),
  told(events.QuoteReceivedSchema, (event) => ({
    kind: 'QuoteReceived',
    ...quoteOf(event),
    documents: documents(event.quotes),
    amountCents: event.amountCents,
    comment: event.comment,
  })),
  told(events.ApprovalRequestedSchema, (event) => ({
    kind: 'ApprovalRequested',
    ...missionOf(event),
    replacement: event.replacement,
    correspondent: someCorrespondent(event.correspondent),
    informed: event.informed.map(toPerson),
    documents: documents(event.quotes),
    amountCents: event.amountCents,
    comment: event.comment,
  })),
  told(events.ApprovalAnsweredSchema, (event) => ({
    kind: 'ApprovalAnswered',
    ...missionOf(event),
    correspondent: someCorrespondent(event.correspondent),
    approved: event.approved,
    corrects: event.corrects,
    comment: event.comment,
  })),
  told(events.QuoteAcceptedSchema, (event) => ({
    kind: 'QuoteAccepted',
    ...missionOf(event),
    signedCopy: event.signedCopy && toDocument(event.signedCopy),
    amountCents: event.amountCents,
    comment: event.comment,
  })),
  told(events.QuoteRefusedSchema, (event) => ({
    kind: 'QuoteRefused',
    ...missionOf(event),
    reason: toRefusal(event.reason),
    comment: event.comment,
  })),
  told(events.AppointmentProposedSchema, (event) => ({
    kind: 'AppointmentProposed',
    ...missionOf(event),
    comment: event.comment,
    dropped: toAppointment(event.droppedAppointment),
  })),
  told(events.AppointmentValidatedSchema, (event) => ({
    kind: 'AppointmentValidated',
    ...missionOf(event),
  })),
  told(events.AppointmentPostponedSchema, (event) => ({
    kind: 'AppointmentPostponed',
    ...missionOf(event),
    comment: event.comment,
  })),
  told(events.AppointmentCancelledSchema, (event) => ({
    kind: 'AppointmentCancelled',
    ...missionOf(event),
    comment: event.comment,
  })),
  told(events.VisitRemindedSchema, (event) => ({ kind: 'VisitReminded', ...missionOf(event) })),
];

const TICKET_FACTS: readonly ToldFact[] = [
  told(events.TicketOpenedSchema, (event) => ({
    kind: 'TicketOpened',
    ...ticketOf(event),
    ofRequest: event.ofRequest,
  })),
  told(events.TicketClosedSchema, (event, at) => ({
    kind: 'TicketClosed',
    ...ticketOf(event),
    comment: event.comment,
    missions: event.missions.map(toMission),
    at,
  })),
  told(events.TicketReopenedSchema, (event, at) => ({
    kind: 'TicketReopened',
    ...ticketOf(event),
    comment: event.comment,
    missions: event.missions.map(toMission),
    at,
    closedAt: event.closedAt && timestampDate(event.closedAt),
  })),
  told(events.ManagerChangedSchema, (event) => ({
    kind: 'ManagerChanged',
    ...ticketOf(event),
    previous: toManager(event.previous),
  })),
  told(events.PreTicketReceivedSchema, (event, at) => ({
    kind: 'PreTicketReceived',
    ...ticketOf(event),
    documents: documents(event.attachments),
    text: event.text,
    at,
  })),
  told(events.PreTicketValidatedSchema, (event) => ({ kind: 'PreTicketValidated', ...ticketOf(event) })),
  told(events.PreTicketCancelledSchema, (event) => ({
    kind: 'PreTicketCancelled',
    ...ticketOf(event),
    comment: event.reason,
  })),
  told(events.ThirdPartiesInformedSchema, (event) => ({
    kind: 'ThirdPartiesInformed',
    ...ticketOf(event),
    mission: someMission(event.mission),
    persons: event.persons.map(toPerson),
    comment: event.comment,
  })),
  told(events.MessagePostedSchema, (event) => ({ kind: 'MessagePosted', ...exchange(event) })),
  told(events.MessageReceivedSchema, (event) => ({ kind: 'MessageReceived', ...exchange(event) })),
];

export const TOLD_FACTS: readonly ToldFact[] = [...TICKET_FACTS, ...WORK_ORDER_FACTS, ...QUOTE_FACTS];

const BY_TYPE = new Map(TOLD_FACTS.map((told) => [told.schema.typeName, told]));

export function factOf(event: Message, at: Date): TicketFact {
  const told = BY_TYPE.get(event.$typeName);
  if (!told) throw new Error(`${event.$typeName} is told to nobody`);
  return told.toFact(event, at);
}

/** Undefined where nobody expects a visit. */
export function deletionOf(event: events.TicketDeleted, at: Date): TicketFact | undefined {
  if (!event.ticket) return undefined;
  return { kind: 'TicketDeleted', ...ticketOf(event), missions: event.missions.map(toMission), at };
}

/** Facts of which nobody is written to: inside the agency, or with nothing to say. */
export const UNTOLD_FACTS: readonly DescMessage[] = [
  events.NoteAddedSchema,
  events.ReachChangedSchema,
  events.TicketUpdatedSchema,
  events.TicketDeletedSchema,
  events.PersonErasedSchema,
  events.TicketImportedSchema,
];
