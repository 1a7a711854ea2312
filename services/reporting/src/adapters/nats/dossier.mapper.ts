import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import {
  ActorKindSchema,
  ChannelSchema,
  DeliverySchema,
  DocumentKind,
  DocumentKindSchema,
  ModuleSchema,
  PresenceAnswerSchema,
  SourceSchema,
  StatusSchema,
  TicketTypeSchema,
  TimerKindSchema,
  enumName,
  optionsOf,
} from '@intervia/contracts';
import type {
  Agency,
  Appointment,
  HistoryEntry,
  Message,
  Mission,
  Person,
  Ticket,
  TicketDocument,
} from '@intervia/contracts';
import type {
  Dossier,
  DossierAppointment,
  DossierDocument,
  DossierEntry,
  DossierMessage,
  DossierMission,
  DossierPerson,
} from '../../application/dossier.js';

type Names = ReadonlyMap<string, string>;

/** The summary leaves the agency: notes stay inside (manual, "Note interne"), and so do attempts that were refused. */
const INTERNAL_FACTS: ReadonlySet<string> = new Set(['NoteAdded', 'ActionRefused']);

export function toDossier(ticket: Ticket, messages: readonly Message[], agency: Agency | undefined): Dossier {
  const names: Names = new Map(ticket.missions.map(({ id, contractor }) => [id, contractor?.name ?? '']));
  const { place } = ticket;
  return {
    ...(agency && { agency: { name: agency.name, address: agency.address, phone: agency.phone } }),
    type: enumName(TicketTypeSchema, ticket.type),
    module: enumName(ModuleSchema, ticket.module),
    number: ticket.number,
    subject: ticket.subject,
    description: ticket.description,
    status: enumName(StatusSchema, ticket.status),
    urgent: optionsOf(ticket).urgent ?? false,
    source: enumName(SourceSchema, ticket.source),
    place: {
      label: place?.label ?? '',
      address: place?.address ?? '',
      reference: place?.reference ?? '',
      ownerName: place?.ownerName ?? '',
    },
    managerName: ticket.manager?.name ?? '',
    creatorName: ticket.creator?.name ?? '',
    requesterName: ticket.requester?.name ?? '',
    ...dates({ requestedAt: ticket.requestedAt, openedAt: ticket.openedAt, closedAt: ticket.closedAt }),
    amountCents: ticket.amountCents,
    missions: ticket.missions.map(toMission),
    contacts: ticket.contacts.map(toPerson),
    notified: ticket.notified.map(toPerson),
    documents: ticket.documents
      .filter(({ kind }) => kind !== DocumentKind.NOTE)
      .flatMap((document) => toDocument(document, names)),
    history: ticket.history
      .filter(({ fact }) => !INTERNAL_FACTS.has(fact))
      .map((entry) => toEntry(entry, names)),
    messages: messages.map(toMessage),
  };
}

function toMission({ id, contractor, status, appointment, amountCents }: Mission): DossierMission {
  return {
    id,
    contractorName: contractor?.name ?? '',
    status: enumName(StatusSchema, status),
    ...toAppointment(appointment),
    amountCents,
  };
}

function toPerson({ name, phone, reach, comment }: Person): DossierPerson {
  const phones = [...new Set([phone, ...(reach?.mobiles ?? [])])].filter((number) => number !== '');
  return { name, phones, mails: [...(reach?.mails ?? [])], comment };
}

function toDocument({ ref, kind, missionId, addedAt }: TicketDocument, names: Names): DossierDocument[] {
  if (!ref) return [];
  const { id, name, mediaType, size, sha256 } = ref;
  return [
    {
      ...{ id, name, mediaType, size, sha256 },
      kind: enumName(DocumentKindSchema, kind),
      contractorName: names.get(missionId) ?? '',
      ...dates({ addedAt }),
      missing: false,
    },
  ];
}

function toEntry(entry: HistoryEntry, names: Names): DossierEntry {
  return {
    ...dates({ at: entry.at }),
    actorKind: enumName(ActorKindSchema, entry.actor?.kind ?? 0),
    actorName: entry.actor?.name ?? '',
    manualEntry: entry.manualEntry,
    contractorName: names.get(entry.missionId) ?? '',
    fact: entry.fact,
    text: entry.text,
    ...toAppointment(entry.appointment),
    documentNames: entry.documents.map(({ name }) => name),
    documentIds: entry.documents.map(({ id }) => id),
    missionId: entry.missionId,
    hash: entry.hash,
    amountCents: entry.amountCents,
    presence: enumName(PresenceAnswerSchema, entry.presence),
    lateMinutes: entry.lateMinutes,
    timer: enumName(TimerKindSchema, entry.timer),
    names: [...entry.names],
    approved: entry.approved,
    status: enumName(StatusSchema, entry.status),
  };
}

function toMessage(message: Message): DossierMessage {
  return {
    ...dates({ at: message.sentAt ?? message.queuedAt }),
    channel: enumName(ChannelSchema, message.channel),
    recipientName: message.recipientName,
    recipients: [...message.recipients],
    subject: message.subject,
    text: message.text,
    delivery: enumName(DeliverySchema, message.delivery),
    reason: message.reason,
  };
}

function toAppointment(appointment: Appointment | undefined): { appointment?: DossierAppointment } {
  if (!appointment?.start) return {};
  const { start, durationMinutes } = appointment;
  return { appointment: { start: timestampDate(start), durationMinutes } };
}

/** Only the dates that are known. */
function dates<Name extends string>(
  values: Record<Name, Timestamp | undefined>,
): Partial<Record<Name, Date>> {
  const known: Partial<Record<Name, Date>> = {};
  for (const name of Object.keys(values) as Name[]) {
    const value = values[name];
    if (value) known[name] = timestampDate(value);
  }
  return known;
}
