import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import type { DocumentRefSchema, MissionContextSchema, TicketContextSchema } from '@intervia/contracts';
import { Module, Status, TicketType } from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import type { FactContext } from '../../application/ports/facts.js';
import { descriptionForContractors, placeForContractors } from '../../domain/contractor-view.js';
import type { RecordedEvent } from '../../domain/events.js';
import { amountOf, visitOf } from '../../domain/mission.js';
import type { Mission } from '../../domain/mission.js';
import { toldUsers } from '../../domain/settings.js';
import type { ModuleSettings } from '../../domain/settings.js';
import type { ExistingTicket } from '../../domain/ticket.js';
import { ticketStatus, ticketType } from '../../domain/ticket.js';
import { digicodeLine } from '../../fr.js';
import {
  toActorMessage,
  toAppointmentMessage,
  toDocumentMessage,
  toPersonMessage,
  toPlaceMessage,
  toUserMessage,
} from './to-proto.js';

export type TicketContext = MessageInitShape<typeof TicketContextSchema>;
export type MissionContext = MessageInitShape<typeof MissionContextSchema>;
export type Told = Pick<OutgoingEvent, 'schema' | 'message'>;

export function told<S extends DescMessage>(schema: S, content: MessageInitShape<S>): Told {
  return { schema, message: create(schema, content) };
}

/** Goes to contractors too: the owner's name only when it was ticked, the digicode in the description. */
export function toTicketContext(
  event: RecordedEvent,
  { ticket, version, settings }: FactContext,
): TicketContext {
  const { details } = ticket;
  const place = placeForContractors(details);
  return {
    ticketId: details.id,
    number: details.number,
    type: TicketType[ticketType(ticket)],
    module: Module[details.module],
    subject: details.subject,
    description: descriptionForContractors(details, digicodeLine),
    notifiedDescription: details.notifiedDescription,
    place: toPlaceMessage(place),
    silent: details.silent,
    urgent: details.urgent,
    notifyReminders: details.notifyReminders,
    manager: toUserMessage(details.manager),
    notified: details.notified.map(toPersonMessage),
    contacts: details.contacts.map(toPersonMessage),
    version,
    actor: toActorMessage(event.actor),
    status: Status[ticketStatus(ticket)],
    toldUsers: toldUsers(details, settings),
    requester: details.requester && toPersonMessage(details.requester),
    ownerName: place.ownerName,
    hideAgencyMail: settings.hideAgencyMail,
  };
}

export function contextOf(missionId: string, { missions }: ExistingTicket): MissionContext {
  const mission = missions.find(({ id }) => id === missionId);
  if (!mission) throw new Error(`no mission ${missionId}`);
  return toMissionContext(mission);
}

export function toMissionContext(mission: Mission): MissionContext {
  const visit = visitOf(mission);
  return {
    missionId: mission.id,
    contractor: toPersonMessage(mission.contractor),
    appointment: visit && toAppointmentMessage(visit.appointment),
    status: Status[mission.status],
    amountCents: amountOf(mission),
  };
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
    readReceipt: details.readReceipt,
  };
}
