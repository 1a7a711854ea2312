import type { StatusCode } from '@intervia/french/words';
import type { Answer, Document, FormName } from '../../domain/answer.js';
import type { Link, LinkTarget } from '../../domain/link.js';

export interface Contact {
  name: string;
  phones: string[];
  comment: string;
}

export interface Manager {
  name: string;
  mail: string;
  phone: string;
}

export interface Place {
  label: string;
  address: string;
  reference: string;
  /** Empty for who need not get in. */
  digicode: string;
}

/** An exchange of messages with the agency under one subject. */
export interface Thread {
  id: string;
  subject: string;
  /** Oldest first. */
  messages: ThreadMessage[];
}

export interface ThreadMessage {
  at: Date;
  /** Written by the holder of the link. */
  mine: boolean;
  author: string;
  text: string;
  documents: Document[];
}

/** What both kinds of links show. */
interface TicketPart {
  number: number;
  subject: string;
  description: string;
  place: Place;
  closed: boolean;
  closedAt?: Date;
  openedAt?: Date;
  manager: Manager;
  /** Of the link's holder, in whose name an answer is given. */
  name: string;
  /** The one with the newest message first. */
  threads: Thread[];
  /** The forms open to the holder now. */
  forms: FormName[];
}

export type SentKind = 'QUOTE' | 'PROOF' | 'INVOICE' | 'OTHER';

/** Of what was chosen of the ticket, all that its contractor reads. */
export interface TicketOptions {
  urgent: boolean;
  /** The caretaker lets the contractor in. */
  caretakerOpens: boolean;
}

export const NO_OPTIONS: TicketOptions = { urgent: false, caretakerOpens: false };

/** What a contractor may see of a ticket, and do now. */
export interface Mission extends TicketPart {
  kind: 'mission';
  id: string;
  quote: boolean;
  status: StatusCode;
  /** Why the agency asks for what is waited for now, in its words. */
  reason: string;
  /** For this contractor alone. */
  instructions: string;
  /** Empty unless the agency tells it. */
  ownerName: string;
  options: TicketOptions;
  /** Of the forms, those that are waited for; the others stay behind their title. */
  awaited: FormName[];
  contacts: Contact[];
  attachments: Document[];
  /** `superseded`: a later one took its place. */
  sent: { kind: SentKind; document: Document; superseded: boolean }[];
  /** Of its quote, then of its invoice; 0 while there is none. */
  amountCents: number;
  /** The accepted quote, signed by the agency. */
  signedQuote?: Document;
  appointment?: { start: Date; durationMinutes: number };
  lateMinutes: number;
}

export type CorrespondentRole =
  'OWNER' | 'COUNCIL_PRESIDENT' | 'COUNCIL_MEMBER' | 'TENANT' | 'OTHER' | 'REQUESTER';

/** A quote on which a correspondent decides, or has decided. */
export interface Quote {
  missionId: string;
  contractorName: string;
  amountCents: number;
  documents: Document[];
  comment: string;
  /** What the agency said when it asked. */
  requestComment: string;
  /** Waits for this correspondent's answer. */
  open: boolean;
  answer?: { at: Date; approved: boolean; comment: string };
  /** The answer may be taken back until then. */
  changeableUntil?: Date;
}

/** What an owner, council president, tenant or other third party may see of a ticket, and do now. */
export interface Correspondence extends TicketPart {
  kind: 'correspondent';
  role: CorrespondentRole;
  quotes: Quote[];
  /** Only whoever asked. */
  request?: Request;
}

/** What whoever asked reads of it. */
export interface Request {
  state: 'PENDING' | 'VALIDATED' | 'CANCELLED';
  requestedAt?: Date;
  /** Of a cancellation. */
  reason: string;
  visits: RequestedVisit[];
  repairAsked: boolean;
  /** The last answer to it. */
  repaired?: boolean;
  /** Of the agency, in its words. */
  emergencyNumbers: string;
}

export interface RequestedVisit {
  firm: string;
  phone: string;
  appointment?: { start: Date; durationMinutes: number };
  done: boolean;
}

export type View = Mission | Correspondence;

/** From where an answer came: the ticket's history keeps it. */
export interface Origin {
  address: string;
  userAgent: string;
}

export interface Sent {
  commandId: string;
  origin: Origin;
}

/** The tickets service, as seen from a link. */
export abstract class TicketDesk {
  /** Throws an error of kind not-found or unavailable. */
  abstract view(target: LinkTarget): Promise<View>;
  /** Throws TICKET_ALREADY_CLOSED, ACTION_NOT_ALLOWED, or an error of kind invalid or unavailable. */
  abstract answer(link: Link, view: View, sent: Sent, answer: Answer): Promise<void>;
}
