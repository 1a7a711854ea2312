import type { ModuleSettings, TicketDraft, UserRef } from '@intervia/contracts';
import { optionsOf } from '@intervia/contracts';
import type { Reader } from '../../../application/ports/neighbours/known-tickets.js';
import type { Simulated } from '../../../application/templates/simulate-ticket.query.js';
import type { MissionFacts, TicketFacts, TicketType } from '../../../domain/facts/facts.js';
import type { ExpectedReminder } from '../../../domain/planning/simulation.js';
import { toDocument, toManager, toModule, toOptions, toPerson } from './to-fact.js';

/** Specification, "The model": the type follows from the number of contractors. */
function typeOf({ quote, contractors }: TicketDraft): TicketType {
  if (contractors.length > 1) return quote ? 'multiple-quote' : 'multi-work-order';
  return quote ? 'single-quote' : 'work-order';
}

/** Manual, "Notifier". */
function toldUsers({ creator, manager, assistant }: TicketDraft, settings: ModuleSettings | undefined) {
  const told: (UserRef | undefined)[] = [
    settings?.notifyCreator ? creator : undefined,
    settings?.notifyManager ? manager : undefined,
    settings?.notifyAssistant ? assistant : undefined,
  ];
  return [...new Map(told.map((user) => [user?.id ?? '', toManager(user)])).values()].filter(({ id }) => id);
}

/** A ticket that does not exist yet: the facts of its opening, as the tickets service will state them. */
export function toSimulated(
  draft: TicketDraft,
  settings: ModuleSettings | undefined,
  reader: Reader,
  { now, preTicket, reminders }: { now: Date; preTicket: boolean; reminders: readonly ExpectedReminder[] },
): Simulated {
  const { place, requester } = draft;
  const options = toOptions(draft);
  const step = draft.quote ? 'quote-requested' : 'work-order-sent';
  const ticket: TicketFacts = {
    id: '',
    number: 0,
    type: typeOf(draft),
    module: toModule(draft.module),
    subject: draft.subject,
    description: draft.description,
    notifiedDescription: draft.notifiedDescription,
    place: { label: place?.label ?? '', address: place?.address ?? '' },
    digicode: place?.digicode ?? '',
    options,
    manager: toManager(draft.manager),
    toldUsers: toldUsers(draft, settings),
    notified: draft.notified.map(toPerson),
    contacts: draft.contacts.map(toPerson),
    requester: requester && toPerson(requester),
    ownerName: options.sendOwner ? (place?.ownerName ?? '') : '',
    hidesAgencyMail: settings?.hideAgencyMail ?? false,
    step,
    actor: { kind: 'user', id: reader.userId, name: reader.name },
  };
  const missions = draft.contractors.map((contractor, index): MissionFacts => ({
    id: String(index),
    contractor: toPerson(contractor),
    step,
    expected: false,
    over: false,
  }));
  return {
    ticket,
    missions,
    reminders,
    opening: {
      at: now,
      preTicket,
      quote: draft.quote,
      documents: [...draft.attachments, ...(settings?.defaultAttachments ?? [])].map(toDocument),
      readReceipt: optionsOf(draft).readReceipt ?? settings?.readReceipt ?? false,
    },
  };
}
