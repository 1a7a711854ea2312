import type { DocumentRef, ModuleSettings, NotifiedGroup, Source, Ticket } from '../../api/types.js';
import { formatDateTime } from '../../lib/dates.js';
import { personOfTicket, typedPerson } from '../../people/typed-person.js';
import type { TypedPerson } from '../../people/typed-person.js';
import { typedTimers } from '../../timers/typed-timers.js';
import type { TypedTimers } from '../../timers/typed-timers.js';
import { optionsOf, usualOptions } from '../../lib/ticket-options.js';
import type { Options } from '../../lib/ticket-options.js';

export interface DraftPlace {
  kind: 'building' | 'unit';
  id: string;
  label: string;
}

/** The form; names match the gateway's, so that its faults fall on their inputs. */
export interface Draft {
  quote: boolean;
  place: DraftPlace | null;
  managerId: string;
  requester: TypedPerson;
  source: Source | '';
  /** As typed. */
  requestedAt: string;
  subject: string;
  description: string;
  originalDescription: string;
  notifiedDescription: string;
  options: Options;
  contractors: TypedPerson[];
  contacts: TypedPerson[];
  notified: TypedPerson[];
  notifiedGroups: NotifiedGroup[];
  timers: TypedTimers;
}

/** What survives a reload: the form, the uploaded documents, and the key that makes a retry count once. */
export interface StoredDraft {
  key: string;
  values: Draft;
  documents: DocumentRef[];
  /** Of a ticket that is being changed: how it was when the changing began. */
  base?: Draft;
  /** The last entry of its history that was read then. */
  readUntil?: string;
}

/** Changes to a ticket are worth keeping once there are some; a new ticket always is. */
export function isTyped({ values, base, documents }: StoredDraft): boolean {
  return !base || documents.length > 0 || JSON.stringify(values) !== JSON.stringify(base);
}

/** Begins with the module's settings (manual, "Paramètres"). */
export function emptyDraft(managerId: string, requestedAt: string, settings?: ModuleSettings): Draft {
  return {
    quote: false,
    place: null,
    managerId,
    requester: unreached(typedPerson()),
    source: '',
    requestedAt,
    subject: '',
    description: settings?.defaultDescription ?? '',
    originalDescription: '',
    notifiedDescription: '',
    options: usualOptions(settings),
    contractors: [],
    contacts: [],
    notified: [],
    notifiedGroups: [],
    timers: typedTimers(settings?.timers),
  };
}

/** What a ticket, or a "?" to be validated, says already. */
export function draftOfTicket(ticket: Ticket, managerId: string, settings?: ModuleSettings): Draft {
  const { place, requester } = ticket;
  return {
    ...emptyDraft(ticket.manager?.id || managerId, formatDateTime(ticket.requestedAt), settings),
    quote: ticket.type === 'SINGLE_QUOTE' || ticket.type === 'MULTIPLE_QUOTE',
    place: place
      ? { kind: place.unitId ? 'unit' : 'building', id: place.unitId || place.buildingId, label: place.label }
      : null,
    requester: requester ? personOfTicket(requester) : unreached(typedPerson()),
    source: ticket.source ?? '',
    subject: ticket.subject,
    description: ticket.description || (settings?.defaultDescription ?? ''),
    originalDescription: ticket.originalDescription,
    notifiedDescription: ticket.notifiedDescription,
    options: optionsOf(ticket),
    contacts: ticket.contacts.map(personOfTicket),
    notified: ticket.notified.map(personOfTicket),
    timers: typedTimers(ticket.timerSettings),
  };
}

/** Somebody who is only named. */
export function unreached(person: TypedPerson): TypedPerson {
  return { ...person, channels: { mail: false, sms: false } };
}
