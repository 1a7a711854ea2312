import type {
  Action,
  ActorKind,
  Colour,
  CorrespondentRole,
  DocumentKind,
  PresenceAnswer,
  Status,
  TimerKind,
} from './codes.js';

export interface Channels {
  mail: boolean;
  sms: boolean;
}

export interface DocumentRef {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

export interface Appointment {
  start: string;
  durationMinutes: number;
}

export interface Reach {
  mails: string[];
  mobiles: string[];
  channels?: Channels;
}

export interface Person {
  partyId: string;
  name: string;
  reach?: Reach;
  comment: string;
  phone: string;
}

export interface Place {
  buildingId: string;
  unitId: string;
  label: string;
  address: string;
  digicode: string;
  reference: string;
  ownerName: string;
  /** 0 for none. */
  approvalThresholdCents: number;
}

export interface UserRef {
  id: string;
  name: string;
  mail: string;
  phone: string;
}

export interface Timer {
  kind: TimerKind;
  missionId: string;
  dueAt: string;
  sent: number;
  maximum: number;
}

export interface AllowedAction {
  action: Action;
  missionId: string;
  suggested: boolean;
  manualEntry: boolean;
}

export interface Mission {
  id: string;
  contractor: Person;
  status: Status;
  colour: Colour;
  appointment?: Appointment;
  amountCents: number;
  lateMinutes: number;
  /** The last one asked for. */
  approval?: Approval;
  /** When the contractor acknowledged the request. */
  readAt?: string;
}

interface Approval {
  correspondentId: string;
  askedAt?: string;
  answeredAt?: string;
  approved: boolean;
  comment: string;
}

/** A third party of a ticket other than its contractors. */
export interface Correspondent {
  id: string;
  role?: CorrespondentRole;
  person?: Person;
}

export interface Actor {
  kind: ActorKind;
  id: string;
  name: string;
}

export interface ThreadMessage {
  id: string;
  at: string;
  actor?: Actor;
  /** From the third party to the agency. */
  received: boolean;
  text: string;
  documents: DocumentRef[];
}

/** With a contractor (missionId) or a correspondent: the other id is empty. */
export interface Thread {
  id: string;
  missionId: string;
  correspondentId: string;
  subject: string;
  messages: ThreadMessage[];
}

export interface Note {
  id: string;
  at: string;
  author?: Actor;
  html: string;
  documents: DocumentRef[];
}

interface ReminderSetting {
  hours?: number;
  maximum?: number;
}

export interface TimerSettings {
  workOrder?: ReminderSetting;
  quote?: ReminderSetting;
  invoice?: ReminderSetting;
  approval?: ReminderSetting;
  visitHours?: number;
  presenceMinutes?: number;
  completionMinutes?: number;
  /** Hours of the day, Europe/Paris; equal ones for none. */
  quiet?: { from: number; until: number };
}

export interface TicketDocument {
  ref: DocumentRef;
  kind: DocumentKind;
  missionId: string;
  addedAt: string;
}

export interface HistoryEntry {
  id: string;
  at: string;
  actor: Actor;
  manualEntry: boolean;
  missionId: string;
  fact: string;
  text: string;
  appointment?: Appointment;
  documents: DocumentRef[];
  amountCents: number;
  presence?: PresenceAnswer;
  lateMinutes: number;
  timer?: TimerKind;
  /** Whom it concerns: an approver, somebody informed or written to, a new manager. */
  names: string[];
  /** "ActionRefused": what was tried, and the code of the refusal. */
  action?: Action;
  refusal: string;
  approved: boolean;
  /** "SteppedBack": where the mission went back to. "ThirdPartiesInformed": the step told. */
  status?: Status;
  correspondentId: string;
}
