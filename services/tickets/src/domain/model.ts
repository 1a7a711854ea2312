/** What a ticket speaks of. Plain values: ids and times come in as data. */

export type Module = 'SYNDIC' | 'GERANCE';

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
}

export const SYSTEM: Actor = { kind: 'SYSTEM', id: '', name: '' };

export type Source = 'PHONE' | 'MAIL' | 'POST' | 'VISIT' | 'EXTRANET' | 'VTI' | 'LSC' | 'OTHER';

export type Visibility = 'REQUESTER' | 'COUNCIL' | 'CO_OWNERS' | 'TENANTS' | 'OWNERS';

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

export interface Place {
  readonly buildingId: string;
  /** Empty for a whole building. */
  readonly unitId: string;
  readonly label: string;
  readonly address: string;
  readonly digicode: string;
  readonly reference: string;
  readonly ownerName: string;
}

export interface DocumentRef {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export type DocumentKind = 'ATTACHMENT' | 'PROOF' | 'INVOICE';

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

export interface TimerSettings {
  readonly workOrder: ReminderSetting;
  readonly quote: ReminderSetting;
  readonly invoice: ReminderSetting;
  readonly approval: ReminderSetting;
  readonly visitHours: number;
  readonly presenceMinutes: number;
  readonly completionMinutes: number;
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
};

/** What stays true from one step to the next. */
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
  readonly manager: UserRef;
  readonly creator: UserRef;
  readonly requester?: Person;
  readonly source: Source;
  readonly silent: boolean;
  readonly sendOwner: boolean;
  readonly askPresence: boolean;
  readonly notifyReminders: boolean;
  readonly urgent: boolean;
  readonly visibility: Visibility;
  readonly contacts: readonly Person[];
  readonly notified: readonly Person[];
  readonly timerSettings: TimerSettings;
  readonly requestedAt: Date;
  readonly openedAt: Date;
}
