/** What the gateway answers: proto messages as JSON, enum names without their prefix, times in ISO 8601 UTC. */
export type ModuleCode = 'SYNDIC' | 'GERANCE';
export type TicketType = 'WORK_ORDER' | 'MULTI_WORK_ORDER' | 'SINGLE_QUOTE' | 'MULTIPLE_QUOTE' | 'PRE_TICKET';
export type Source = 'PHONE' | 'MAIL' | 'POST' | 'VISIT' | 'EXTRANET' | 'VTI' | 'LSC' | 'OTHER';
export type Colour = 'GREY' | 'BLUE' | 'RED';
export type Show = 'open' | 'today' | 'closed' | 'all';
export type Visibility = 'REQUESTER' | 'COUNCIL' | 'CO_OWNERS' | 'TENANTS' | 'OWNERS';
export type PresenceAnswer = 'CONFIRMED' | 'LATE' | 'ABSENT' | 'POSTPONED';
export type DocumentKind = 'ATTACHMENT' | 'QUOTE' | 'SIGNED_QUOTE' | 'PROOF' | 'INVOICE';
export type ActorKind = 'USER' | 'CONTRACTOR' | 'OWNER' | 'COUNCIL_PRESIDENT' | 'REQUESTER' | 'SYSTEM';
export type TimerKind =
  | 'WORK_ORDER_REMINDER'
  | 'QUOTE_REMINDER'
  | 'INVOICE_REMINDER'
  | 'APPROVAL_REMINDER'
  | 'VISIT'
  | 'PRESENCE'
  | 'COMPLETION';
export type Status =
  | 'PENDING_VALIDATION'
  | 'CANCELLED'
  | 'WORK_ORDER_SENT'
  | 'WORK_ORDER_REFUSED'
  | 'WORK_ORDER_ACCEPTED'
  | 'QUOTE_REQUESTED'
  | 'QUOTE_REQUEST_REFUSED'
  | 'QUOTE_PROMISED'
  | 'QUOTE_RECEIVED'
  | 'QUOTE_AWAITING_APPROVAL'
  | 'QUOTE_APPROVED'
  | 'QUOTE_REJECTED'
  | 'QUOTE_ACCEPTED'
  | 'QUOTE_REFUSED'
  | 'APPOINTMENT_PROPOSED'
  | 'APPOINTMENT_VALIDATED'
  | 'PRESENCE_ASKED'
  | 'PRESENCE_CONFIRMED'
  | 'RUNNING_LATE'
  | 'ABSENT'
  | 'POSTPONEMENT_ASKED'
  | 'AWAITING_COMPLETION'
  | 'COMPLETION_RECEIVED'
  | 'INVOICE_REQUESTED'
  | 'INVOICE_RECEIVED'
  | 'NEW_INVOICE_REQUESTED'
  | 'IN_PROGRESS'
  | 'CLOSED';
export type Action =
  | 'ACCEPT_WORK_ORDER'
  | 'REFUSE_WORK_ORDER'
  | 'ASK_PRESENCE'
  | 'ANSWER_PRESENCE'
  | 'ASK_COMPLETION'
  | 'REPORT_COMPLETION'
  | 'REQUEST_INVOICE'
  | 'SUBMIT_INVOICE'
  | 'REQUEST_NEW_INVOICE'
  | 'CLOSE';

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

export interface Person {
  partyId: string;
  name: string;
  reach?: { mails: string[]; mobiles: string[]; channels?: Channels };
  comment: string;
  phone: string;
}

interface Place {
  buildingId: string;
  unitId: string;
  label: string;
  address: string;
  digicode: string;
  reference: string;
  ownerName: string;
}

interface UserRef {
  id: string;
  name: string;
  mail: string;
  phone: string;
}

interface Timer {
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
  actor: { kind: ActorKind; id: string; name: string };
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
}

export interface Ticket {
  id: string;
  number: number;
  type: TicketType;
  status: Status;
  colour: Colour;
  module: ModuleCode;
  subject: string;
  description: string;
  originalDescription: string;
  notifiedDescription: string;
  place?: Place;
  manager?: UserRef;
  creator?: UserRef;
  requester?: Person;
  source?: Source;
  silent: boolean;
  sendOwner: boolean;
  askPresence: boolean;
  notifyReminders: boolean;
  urgent: boolean;
  visibility?: Visibility;
  missions: Mission[];
  contacts: Person[];
  notified: Person[];
  documents: TicketDocument[];
  history: HistoryEntry[];
  timers: Timer[];
  actions: AllowedAction[];
  requestedAt?: string;
  openedAt: string;
  modifiedAt: string;
  closedAt?: string;
  version: number;
  amountCents: number;
}

export interface TicketRow {
  id: string;
  number: number;
  type: TicketType;
  status: Status;
  colour: Colour;
  module: ModuleCode;
  subject: string;
  description: string;
  placeLabel: string;
  placeAddress: string;
  managerName: string;
  contractorNames: string;
  openedAt: string;
  modifiedAt: string;
  urgent: boolean;
  unread: boolean;
  amountCents: number;
}

export interface TicketPage {
  tickets: TicketRow[];
  nextCursor: string;
}

export interface Message {
  id: string;
  ticketId: string;
  channel: 'MAIL' | 'SMS';
  template: string;
  recipientName: string;
  recipients: string[];
  subject: string;
  delivery: 'QUEUED' | 'SENT' | 'FAILED' | 'SILENCED';
  reason: string;
  queuedAt?: string;
  sentAt?: string;
  attempts: number;
  text: string;
}

export type ArchiveState = 'PENDING' | 'READY' | 'FAILED';
