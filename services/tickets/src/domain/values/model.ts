import type { TicketOptions } from './options.js';

/** What a ticket speaks of. Plain values: ids and times come in as data. */

export const MODULES = ['SYNDIC', 'GERANCE'] as const;
export type Module = (typeof MODULES)[number];

type ActorKind =
  | 'USER'
  | 'CONTRACTOR'
  | 'OWNER'
  | 'COUNCIL_PRESIDENT'
  | 'COUNCIL_MEMBER'
  | 'TENANT'
  | 'THIRD_PARTY'
  | 'REQUESTER'
  | 'SYSTEM';

/** For a contractor, `id` is the id of its mission. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string;
  readonly name: string;
  /** Of an answer through a personal link. */
  readonly trace?: Trace;
}

/** From which link, address and device somebody without an account acted. */
export interface Trace {
  readonly link: string;
  readonly address: string;
  readonly device: string;
}

export const SYSTEM: Actor = { kind: 'SYSTEM', id: '', name: '' };

export type Source = 'PHONE' | 'MAIL' | 'POST' | 'VISIT' | 'EXTRANET' | 'VTI' | 'LSC' | 'OTHER';

export interface Person {
  /** Empty for a person typed in by hand. */
  readonly partyId: string;
  readonly name: string;
  readonly mails: readonly string[];
  readonly mobiles: readonly string[];
  readonly channels: { readonly mail: boolean; readonly sms: boolean };
  readonly comment: string;
  readonly phone: string;
}

export interface UserRef {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly phone: string;
}

export const NOBODY: UserRef = { id: '', name: '', mail: '', phone: '' };

export interface Place {
  readonly buildingId: string;
  /** Empty for a whole building. */
  readonly unitId: string;
  readonly label: string;
  readonly address: string;
  readonly digicode: string;
  readonly reference: string;
  /** Also of a unit's building. */
  readonly buildingReference: string;
  /** Of the building. A ticket opened before 2026-12 has it in its address alone. */
  readonly postalCode?: string;
  readonly ownerName: string;
  /** Cents; 0 for none. GERANCE: a dearer quote wants the owner's approval. */
  readonly approvalThresholdCents: number;
  /** Users attached to the place when it was chosen; who may see the ticket now is kept beside it. */
  readonly staffIds: readonly string[];
}

export type CorrespondentRole =
  'OWNER' | 'COUNCIL_PRESIDENT' | 'COUNCIL_MEMBER' | 'TENANT' | 'OTHER' | 'REQUESTER';

/** A third party of a ticket other than its contractors. */
export interface Correspondent {
  readonly id: string;
  readonly role: CorrespondentRole;
  readonly person: Person;
}

export interface ThreadMessage {
  readonly id: string;
  readonly at: Date;
  readonly actor: Actor;
  /** From the third party to the agency. */
  readonly received: boolean;
  readonly text: string;
  readonly documents: readonly DocumentRef[];
  /** The requester's answer to whether it is repaired. */
  readonly repaired?: boolean;
}

/** With one contractor or correspondent, under one subject; one of the two ids is empty. */
export interface Thread {
  readonly id: string;
  readonly missionId: string;
  readonly correspondentId: string;
  readonly subject: string;
  /** The newest ones, oldest first. */
  readonly messages: readonly ThreadMessage[];
  /** How many came before those and stand on pages of their own. */
  readonly earlier?: number;
}

/** Internal: never shown outside the agency. */
export interface Note {
  readonly id: string;
  readonly at: Date;
  readonly author: Actor;
  /** Sanitised. */
  readonly html: string;
  readonly documents: readonly DocumentRef[];
}

export interface DocumentRef {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export type DocumentKind = 'ATTACHMENT' | 'QUOTE' | 'SIGNED_QUOTE' | 'PROOF' | 'INVOICE' | 'MESSAGE' | 'NOTE';

export interface TicketDocument {
  readonly ref: DocumentRef;
  readonly kind: DocumentKind;
  /** Empty for the ticket's own documents. */
  readonly missionId: string;
  readonly addedAt: Date;
}

export interface Appointment {
  readonly start: Date;
  readonly durationMinutes: number;
}

export type PresenceAnswer = 'CONFIRMED' | 'LATE' | 'ABSENT' | 'POSTPONED';

export interface ReminderSetting {
  readonly hours: number;
  readonly maximum: number;
}

/** Hours of the day, Europe/Paris; equal ones for none. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

export interface TimerSettings {
  readonly workOrder: ReminderSetting;
  readonly quote: ReminderSetting;
  readonly invoice: ReminderSetting;
  readonly approval: ReminderSetting;
  readonly visitHours: number;
  readonly presenceMinutes: number;
  readonly completionMinutes: number;
  readonly quiet: QuietHours;
}

/** Manual, "Délais de relance"; specification, "Timers". */
export const DEFAULT_TIMERS: TimerSettings = {
  workOrder: { hours: 48, maximum: 3 },
  quote: { hours: 120, maximum: 3 },
  invoice: { hours: 168, maximum: 3 },
  approval: { hours: 72, maximum: 3 },
  visitHours: 24,
  presenceMinutes: 30,
  completionMinutes: 10,
  quiet: { from: 20, until: 8 },
};

/** What stays true from one step to the next. */
/** How somebody said yes or no, when not through the link. */
export type AgreementMeans = 'PHONE' | 'IN_PERSON' | 'MAIL' | 'SMS' | 'LETTER' | 'MEETING';

export interface TicketDetails {
  readonly id: string;
  readonly agencyId: string;
  readonly number: number;
  readonly module: Module;
  readonly subject: string;
  /** Sent to contractors. */
  readonly description: string;
  readonly originalDescription: string;
  readonly notifiedDescription: string;
  readonly place: Place;
  /** Its id is empty while nobody is in charge: a pre-ticket of a site visit. */
  readonly manager: UserRef;
  readonly assistant?: UserRef;
  readonly creator: UserRef;
  readonly requester?: Person;
  readonly source: Source;
  readonly options: TicketOptions;
  readonly contacts: readonly Person[];
  readonly notified: readonly Person[];
  readonly timerSettings: TimerSettings;
  readonly requestedAt: Date;
  readonly openedAt: Date;
}
