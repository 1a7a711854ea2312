import type { Colour, ModuleCode, Source, Status, TicketType, Visibility } from './codes.js';
import type {
  Correspondent,
  DocumentRef,
  HistoryEntry,
  Mission,
  AllowedAction,
  Note,
  Person,
  Place,
  Thread,
  TicketDocument,
  Timer,
  TimerSettings,
  UserRef,
} from './ticket-parts.js';

/** What the gateway answers: proto messages as JSON, enum names without their prefix, times in ISO 8601 UTC. */
export type * from './codes.js';
export type * from './ticket-parts.js';

/** What the list and the ticket itself tell. */
interface TicketHead {
  id: string;
  number: number;
  type: TicketType;
  status: Status;
  colour: Colour;
  module: ModuleCode;
  subject: string;
  description: string;
  openedAt: string;
  modifiedAt: string;
  urgent: boolean;
  amountCents: number;
}

export interface Ticket extends TicketHead {
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
  visibility?: Visibility;
  missions: Mission[];
  contacts: Person[];
  notified: Person[];
  documents: TicketDocument[];
  history: HistoryEntry[];
  timers: Timer[];
  actions: AllowedAction[];
  requestedAt?: string;
  closedAt?: string;
  version: number;
  correspondents: Correspondent[];
  threads: Thread[];
  notes: Note[];
  timeSpentSeconds: number;
  timerSettings?: TimerSettings;
  automaticInvoiceRequest: boolean;
  readReceipt: boolean;
}

export interface TicketRow extends TicketHead {
  placeLabel: string;
  placeAddress: string;
  managerName: string;
  contractorNames: string;
  unread: boolean;
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
  delivery: 'QUEUED' | 'SENT' | 'DELIVERED' | 'FAILED' | 'SILENCED';
  reason: string;
  queuedAt?: string;
  sentAt?: string;
  attempts: number;
  text: string;
}

export type ArchiveState = 'PENDING' | 'READY' | 'FAILED';

/** Manual, "Paramétrer le module". */
export interface ModuleSettings {
  shownToClients: boolean;
  visibility?: Visibility;
  readReceipt: boolean;
  hideAgencyMail: boolean;
  notifyCreator: boolean;
  notifyManager: boolean;
  notifyAssistant: boolean;
  defaultDescription: string;
  defaultAttachments: DocumentRef[];
  listSize: number;
  timers?: TimerSettings;
  automaticInvoiceRequest: boolean;
  version: number;
}
