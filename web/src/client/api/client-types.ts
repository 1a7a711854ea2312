import type { Appointment, Colour, DocumentRef, Status, TicketType } from '../../api/types.js';

export interface ClientSession {
  client: { id: string; name: string; mails: string[]; mobiles: string[] };
  agency: { id: string; name: string };
  csrfToken: string;
  /** Whether the agency shows tickets to its clients. */
  followUps: boolean;
}

/** One of the two ids. */
export interface ClientPlace {
  unitId?: string;
  buildingId?: string;
  label: string;
  address: string;
}

export interface ClientRequest {
  place: { unitId?: string; buildingId?: string };
  subject: string;
  description: string;
  attachmentIds: string[];
}

export type RequestState = 'PENDING' | 'VALIDATED' | 'CANCELLED';

export interface OwnRequestRow {
  ticketId: string;
  number: number;
  subject: string;
  placeLabel: string;
  requestedAt: string;
  state: RequestState;
  decidedAt?: string;
  reason: string;
  /** Whether its follow-up may be opened. */
  followUp: boolean;
}

export interface OwnRequestPage {
  requests: OwnRequestRow[];
  nextCursor: string;
}

export interface OwnRequest extends OwnRequestRow {
  description: string;
  documents: Omit<DocumentRef, 'sha256'>[];
}

export interface FollowUpStep {
  at: string;
  fact: string;
  appointment?: Appointment;
}

export interface FollowUp {
  ticketId: string;
  number: number;
  type: TicketType;
  status: Status;
  colour: Colour;
  subject: string;
  description: string;
  placeLabel: string;
  openedAt: string;
  modifiedAt: string;
  closedAt?: string;
  /** Oldest first. */
  steps: FollowUpStep[];
}

export interface FollowUpPage {
  followUps: FollowUp[];
  nextCursor: string;
}
