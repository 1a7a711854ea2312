import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Action, PresenceAnswer, StatusSchema, TicketType, enumName } from '@intervia/contracts';
import type { DocumentRef, MissionView, Person } from '@intervia/contracts';
import type { Document, FormName, Presence } from '../../domain/answer.js';
import type { Contact, Mission } from '../../application/ports/ticket-desk.js';

const formOfAction: ReadonlyMap<Action, FormName> = new Map([
  [Action.ACCEPT_WORK_ORDER, 'acceptation'],
  [Action.REFUSE_WORK_ORDER, 'refus'],
  [Action.ANSWER_PRESENCE, 'presence'],
  [Action.REPORT_COMPLETION, 'fin-intervention'],
  [Action.SUBMIT_INVOICE, 'facture'],
]);

export const presenceCodes: Readonly<Record<Presence, PresenceAnswer>> = {
  CONFIRMED: PresenceAnswer.CONFIRMED,
  LATE: PresenceAnswer.LATE,
  ABSENT: PresenceAnswer.ABSENT,
  POSTPONED: PresenceAnswer.POSTPONED,
};

const QUOTES: ReadonlySet<TicketType> = new Set([TicketType.SINGLE_QUOTE, TicketType.MULTIPLE_QUOTE]);

export function toDocument({ id, name, mediaType, size, sha256 }: DocumentRef): Document {
  return { id, name, mediaType, size, sha256 };
}

export function toMission(view: MissionView): Mission {
  const { place, manager, appointment } = view;
  return {
    number: view.number,
    quote: QUOTES.has(view.type),
    status: enumName(StatusSchema, view.status),
    subject: view.subject,
    description: view.description,
    place: {
      label: place?.label ?? '',
      address: place?.address ?? '',
      reference: place?.reference ?? '',
      ownerName: place?.ownerName ?? '',
    },
    urgent: view.urgent,
    closed: view.closed,
    ...(view.openedAt && { openedAt: timestampDate(view.openedAt) }),
    manager: { name: manager?.name ?? '', mail: manager?.mail ?? '', phone: manager?.phone ?? '' },
    contractorName: view.contractor?.name ?? '',
    contacts: view.contacts.map(toContact),
    attachments: view.attachments.map(toDocument),
    sent: view.sent.flatMap((document) => (document.ref ? [toDocument(document.ref)] : [])),
    ...(appointment?.start && {
      appointment: { start: timestampDate(appointment.start), durationMinutes: appointment.durationMinutes },
    }),
    lateMinutes: view.lateMinutes,
    forms: view.actions.flatMap((action) => formOfAction.get(action) ?? []),
  };
}

function toContact({ name, phone, reach, comment }: Person): Contact {
  const phones = [...new Set([phone, ...(reach?.mobiles ?? [])].filter((number) => number !== ''))];
  return { name, phones, comment };
}
