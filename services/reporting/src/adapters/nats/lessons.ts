import type { DescMessage, Message } from '@bufbuild/protobuf';
import { createRegistry } from '@bufbuild/protobuf';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { anyUnpack, timestampDate } from '@bufbuild/protobuf/wkt';
import type { LivedFact, MissionContext, Status, TicketContext } from '@intervia/contracts';
import * as contracts from '@intervia/contracts';
import { ActorKind, enumName, optionsOf } from '@intervia/contracts';
import type { EventMeta } from '@intervia/messaging';
import type { Lesson } from '../../application/ports/read-model.js';
import type { Fact, FactType, TicketHead } from '../../domain/measures/fact.js';

/** Facts that are measured; of the others it is kept that somebody did something. */
const MEASURED: readonly (readonly [DescMessage, FactType])[] = [
  [contracts.PreTicketReceivedSchema, 'PreTicketReceived'],
  [contracts.PreTicketValidatedSchema, 'PreTicketValidated'],
  [contracts.PreTicketCancelledSchema, 'PreTicketCancelled'],
  [contracts.TicketOpenedSchema, 'TicketOpened'],
  [contracts.TicketImportedSchema, 'TicketImported'],
  [contracts.WorkOrderRequestedSchema, 'WorkOrderRequested'],
  [contracts.WorkOrderAcceptedSchema, 'WorkOrderAccepted'],
  [contracts.WorkOrderRefusedSchema, 'WorkOrderRefused'],
  [contracts.ReminderSentSchema, 'ReminderSent'],
  [contracts.RemindersExhaustedSchema, 'RemindersExhausted'],
  [contracts.PresenceAnsweredSchema, 'PresenceAnswered'],
  [contracts.CompletionReportedSchema, 'CompletionReported'],
  [contracts.InvoiceReceivedSchema, 'InvoiceReceived'],
  [contracts.QuoteRequestedSchema, 'QuoteRequested'],
  [contracts.QuotePromisedSchema, 'QuotePromised'],
  [contracts.QuoteRequestRefusedSchema, 'QuoteRequestRefused'],
  [contracts.QuoteReceivedSchema, 'QuoteReceived'],
  [contracts.ApprovalRequestedSchema, 'ApprovalRequested'],
  [contracts.ApprovalAnsweredSchema, 'ApprovalAnswered'],
  [contracts.QuoteAcceptedSchema, 'QuoteAccepted'],
  [contracts.QuoteRefusedSchema, 'QuoteRefused'],
  [contracts.MissionReplacedSchema, 'MissionReplaced'],
  [contracts.AppointmentProposedSchema, 'AppointmentProposed'],
  [contracts.AppointmentValidatedSchema, 'AppointmentValidated'],
  [contracts.SteppedBackSchema, 'SteppedBack'],
  [contracts.PresenceAskedSchema, 'Touched'],
  [contracts.CompletionAskedSchema, 'Touched'],
  [contracts.InvoiceRequestedSchema, 'Touched'],
  [contracts.NewInvoiceRequestedSchema, 'Touched'],
  [contracts.AppointmentPostponedSchema, 'Touched'],
  [contracts.AppointmentCancelledSchema, 'Touched'],
  [contracts.ThirdPartiesInformedSchema, 'Touched'],
  [contracts.MessagePostedSchema, 'Touched'],
  [contracts.MessageReceivedSchema, 'Touched'],
  [contracts.NoteAddedSchema, 'Touched'],
  [contracts.TicketUpdatedSchema, 'Touched'],
  [contracts.ManagerChangedSchema, 'Touched'],
];

/** Those that the archive minds as well have their handlers there. */
const ARCHIVED: readonly (readonly [DescMessage, FactType])[] = [
  [contracts.TicketClosedSchema, 'TicketClosed'],
  [contracts.TicketReopenedSchema, 'TicketReopened'],
];

const TYPES: ReadonlyMap<string, FactType> = new Map(
  [...MEASURED, ...ARCHIVED].map(([schema, type]) => [schema.typeName, type]),
);

export const MEASURED_SCHEMAS = MEASURED.map(([schema]) => schema);
export const READ_MODEL_SCHEMAS = [
  ...[...MEASURED, ...ARCHIVED].map(([schema]) => schema),
  contracts.TicketDeletedSchema,
];

const REGISTRY = createRegistry(...READ_MODEL_SCHEMAS);

/** The parts of events that are measured. */
interface Told {
  ticket?: TicketContext;
  mission?: MissionContext;
  missions?: MissionContext[];
  amountCents?: number;
  answer?: contracts.PresenceAnswer;
  approved?: boolean;
  from?: Status;
  openedAt?: Timestamp;
  closedAt?: Timestamp;
  lived?: LivedFact[];
}

/** What an event teaches; one that is told of several missions teaches once for each, and a life all of its facts. */
export function toLessons(meta: EventMeta, event: Message): Lesson[] {
  const type = TYPES.get(meta.type);
  const told = event as unknown as Told;
  const { ticket } = told;
  if (!type || !ticket) return [];
  if (told.lived && told.lived.length > 0) return told.lived.flatMap((lived) => livedLessons(meta, lived));
  const common = { agencyId: meta.agencyId, ticketId: ticket.ticketId, head: toHead(ticket) };
  const fact = toFact(meta, type, told, ticket);
  const imported = type === 'TicketImported' ? (told.missions ?? []) : [];
  if (imported.length === 0) return [{ ...common, fact }];
  return imported.map((mission, at) => ({
    ...common,
    fact: { ...fact, id: `${fact.id}.${at}`, ...missionOf(mission), amountCents: mission.amountCents },
  }));
}

/** As if it had been told then. */
function livedLessons(meta: EventMeta, { id, occurredAt, fact }: LivedFact): Lesson[] {
  const event = fact && anyUnpack(fact, REGISTRY);
  if (!event || !occurredAt) return [];
  return toLessons({ ...meta, id, type: event.$typeName, occurredAt: timestampDate(occurredAt) }, event);
}

function toFact(meta: EventMeta, type: FactType, told: Told, ticket: TicketContext): Fact {
  const { mission, answer, approved, from, openedAt, closedAt } = told;
  const amountCents = told.amountCents || mission?.amountCents;
  const expects = mission?.appointment?.start;
  return {
    ...{ id: meta.id, version: ticket.version, at: meta.occurredAt.getTime(), type },
    ...(ticket.actor?.kind === ActorKind.USER && { byUser: true }),
    ...(mission && missionOf(mission)),
    ...(amountCents && { amountCents }),
    ...(answer && { presence: enumName(contracts.PresenceAnswerSchema, answer) }),
    ...(approved !== undefined && { approved }),
    ...(from && { from: enumName(contracts.StatusSchema, from) }),
    ...(expects && APPOINTS.has(type) && { visitAt: timestampDate(expects).getTime() }),
    ...(openedAt && { openedAt: timestampDate(openedAt).getTime() }),
    ...(closedAt && { closedAt: timestampDate(closedAt).getTime() }),
  };
}

/** Facts that say when the contractor comes. */
const APPOINTS: ReadonlySet<FactType> = new Set([
  'WorkOrderAccepted',
  'AppointmentProposed',
  'AppointmentValidated',
]);

function missionOf({ missionId, contractor }: MissionContext): Pick<Fact, 'missionId' | 'contractor'> {
  return { missionId, contractor: { id: contractor?.partyId ?? '', name: contractor?.name ?? '' } };
}

function toHead(ticket: TicketContext): TicketHead {
  const { place, manager, requestedAt } = ticket;
  const options = optionsOf(ticket);
  return {
    version: ticket.version,
    number: ticket.number,
    type: enumName(contracts.TicketTypeSchema, ticket.type),
    module: enumName(contracts.ModuleSchema, ticket.module),
    subject: ticket.subject,
    status: enumName(contracts.StatusSchema, ticket.status),
    buildingId: place?.buildingId ?? '',
    unitId: place?.unitId ?? '',
    placeLabel: place?.label ?? '',
    placeReference: place?.reference ?? '',
    managerId: manager?.id ?? '',
    managerName: manager?.name ?? '',
    urgent: options.urgent ?? false,
    silent: options.silent ?? false,
    source: enumName(contracts.SourceSchema, ticket.source),
    staffIds: place?.staffIds ?? [],
    ...(requestedAt && { requestedAt: timestampDate(requestedAt).getTime() }),
  };
}
