import type { DescMessage, Message, MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  AppointmentSchema,
  CorrespondentSchema,
  DocumentRefSchema,
  MissionContextSchema,
  TicketContextSchema,
} from '@intervia/contracts';
import { Module, Source, Status, TicketType, withOptions } from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import type { FactContext } from '../../../application/ports/facts.js';
import { placeForContractors } from '../../../domain/audiences/contractor-view.js';
import { correspondentsOf } from '../../../domain/exchanges/correspondents.js';
import { requesterOf } from '../../../domain/ticket/requester.js';
import type { RecordedEvent } from '../../../domain/ticket/events.js';
import {
  amountOf,
  hasNothingLeft,
  isVisitExpected,
  quoteOf,
  visitOf,
} from '../../../domain/mission/mission.js';
import type { Mission } from '../../../domain/mission/mission.js';
import type { Appointment } from '../../../domain/values/model.js';
import { notifiedUsers } from '../../../domain/settings/settings.js';
import type { ModuleSettings } from '../../../domain/settings/settings.js';
import type { ExistingTicket } from '../../../domain/ticket/ticket.js';
import { ticketStatus, ticketType } from '../../../domain/ticket/ticket.js';
import { reachableAt } from '../../../domain/values/reachable.js';
import { toCorrespondentMessage } from '../views/exchange.mapper.js';
import {
  toActorMessage,
  toAppointmentMessage,
  toDocumentMessage,
  toOptionsMessage,
  toPersonMessage,
  toPlaceMessage,
  toUserMessage,
} from '../to-proto.js';

export type TicketContext = MessageInitShape<typeof TicketContextSchema>;
export type MissionContext = Exclude<MessageInitShape<typeof MissionContextSchema>, Message>;
export type EventContent = Pick<OutgoingEvent, 'schema' | 'message'>;

/** What a mission's facts are told from. */
export interface MissionFactContext {
  readonly ticket: TicketContext;
  readonly mission: MissionContext;
  readonly state: ExistingTicket;
  readonly settings: ModuleSettings;
}

export function eventContent<S extends DescMessage>(schema: S, content: MessageInitShape<S>): EventContent {
  return { schema, message: create(schema, content) };
}

/** Goes to contractors too: the owner's name only when it was ticked. */
export function toTicketContext(
  event: Pick<RecordedEvent, 'actor'>,
  { ticket, version, settings, audience }: FactContext,
): TicketContext {
  const { details } = ticket;
  const place = placeForContractors(details);
  return {
    ticketId: details.id,
    number: details.number,
    type: TicketType[ticketType(ticket)],
    module: Module[details.module],
    subject: details.subject,
    description: details.description,
    notifiedDescription: details.notifiedDescription,
    place: toPlaceMessage(place),
    ...withOptions(toOptionsMessage(details.options)),
    manager: toUserMessage(details.manager),
    notified: details.notified.map(toPersonMessage),
    contacts: details.contacts.map(toPersonMessage),
    version,
    actor: toActorMessage(event.actor),
    status: Status[ticketStatus(ticket)],
    toldUsers: notifiedUsers(details, settings),
    requester: details.requester && toPersonMessage(details.requester),
    ownerName: place.ownerName,
    hideAgencyMail: settings.hideAgencyMail,
    audience: [...audience],
    source: details.source && Source[details.source],
    requestedAt: details.requestedAt && timestampFromDate(details.requestedAt),
    emergencyNumbers: settings.emergencyNumbers,
    requesterId: requesterOf(ticket)?.id,
  };
}

export function contextOf(missionId: string, state: ExistingTicket): MissionContext {
  return toMissionContext(missionOf(missionId, state));
}

function missionOf(missionId: string, { missions }: ExistingTicket): Mission {
  const mission = missions.find(({ id }) => id === missionId);
  if (!mission) throw new Error(`no mission ${missionId}`);
  return mission;
}

/** What the one who decides on a quote is shown of it. */
export function quoteContextOf(
  missionId: string,
  state: ExistingTicket,
): { amountCents: number; quotes: MessageInitShape<typeof DocumentRefSchema>[] } {
  const quote = quoteOf(missionOf(missionId, state));
  if (!quote) throw new Error(`mission ${missionId} has no quote`);
  return { amountCents: quote.amountCents, quotes: quote.documents.map(toDocumentMessage) };
}

/** Who was asked to approve the mission's quote. */
export function approverOf(
  missionId: string,
  state: ExistingTicket,
): MessageInitShape<typeof CorrespondentSchema> | undefined {
  const mission = missionOf(missionId, state);
  const approver = quoteOf(mission)?.approval?.correspondentId;
  const correspondent = state.correspondents.find(({ id }) => id === approver);
  if (!correspondent) return undefined;
  const person = reachableAt(correspondent.person, mission.refused);
  return toCorrespondentMessage({ ...correspondent, person });
}

/** A reminder is sent nowhere that was refused. */
export function remindedContext(missionId: string, state: ExistingTicket): MissionContext {
  const mission = missionOf(missionId, state);
  return toMissionContext({ ...mission, contractor: reachableAt(mission.contractor, mission.refused) });
}

export function toMissionContext(mission: Mission): MissionContext {
  const visit = visitOf(mission);
  return {
    missionId: mission.id,
    contractor: toPersonMessage(mission.contractor),
    appointment: visit && toAppointmentMessage(visit.appointment),
    status: Status[mission.status],
    amountCents: amountOf(mission),
    visitExpected: isVisitExpected(mission),
    nothingLeft: hasNothingLeft(mission),
  };
}

/** What people must strike out of their calendars. */
export function droppedBy({ dropped }: { readonly dropped?: Appointment }): {
  droppedAppointment?: MessageInitShape<typeof AppointmentSchema>;
} {
  return dropped ? { droppedAppointment: toAppointmentMessage(dropped) } : {};
}

/** What goes along with the first request to a contractor. */
export interface FirstRequest {
  attachments: MessageInitShape<typeof DocumentRefSchema>[];
  readReceipt: boolean;
}

/** Manual, "Pièce jointe par défaut": "systématiquement envoyée(s) lors de la demande initiale". */
export function firstRequest(
  { details, documents }: ExistingTicket,
  { defaultAttachments }: ModuleSettings,
): FirstRequest {
  const own = documents.filter(({ kind }) => kind === 'ATTACHMENT').map(({ ref }) => ref);
  return {
    attachments: [...own, ...defaultAttachments].map(toDocumentMessage),
    readReceipt: details.options.readReceipt,
  };
}

export function correspondentMessage(
  correspondentId: string,
  ticket: ExistingTicket,
): ReturnType<typeof toCorrespondentMessage> | undefined {
  const correspondent = correspondentsOf(ticket).find(({ id }) => id === correspondentId);
  return correspondent && toCorrespondentMessage(correspondent);
}
