import type { Document } from '../domain/archive.js';

/** All that a closed ticket has to tell, in codes and facts; the French is the renderer's. */
export interface Dossier {
  agency?: { name: string; address: string; phone: string };
  /** WORK_ORDER, MULTI_WORK_ORDER, … */
  type: string;
  module: string;
  number: number;
  subject: string;
  description: string;
  status: string;
  urgent: boolean;
  source: string;
  place: { label: string; address: string; reference: string; ownerName: string };
  managerName: string;
  creatorName: string;
  requesterName: string;
  requestedAt?: Date;
  openedAt?: Date;
  closedAt?: Date;
  amountCents: number;
  missions: DossierMission[];
  contacts: DossierPerson[];
  notified: DossierPerson[];
  documents: DossierDocument[];
  history: DossierEntry[];
  messages: DossierMessage[];
  /** When all this was read: what is not settled yet is told as of then. */
  readAt?: Date;
}

/** Some of its messages have neither left nor failed. */
export const isWaiting = ({ messages }: Pick<Dossier, 'messages'>): boolean =>
  messages.some(({ delivery }) => delivery === 'QUEUED');

export interface DossierMission {
  id: string;
  contractorName: string;
  status: string;
  appointment?: DossierAppointment;
  amountCents: number;
}

export interface DossierAppointment {
  start: Date;
  durationMinutes: number;
}

export interface DossierPerson {
  name: string;
  phones: string[];
  mails: string[];
  comment: string;
}

export interface DossierDocument extends Document {
  /** ATTACHMENT, PROOF, INVOICE, … */
  kind: string;
  contractorName: string;
  addedAt?: Date;
  /** The store no longer has it: told in the summary, left out of the archive. */
  missing: boolean;
}

export interface DossierEntry {
  at?: Date;
  /** USER, CONTRACTOR, SYSTEM, … */
  actorKind: string;
  actorName: string;
  manualEntry: boolean;
  contractorName: string;
  /** Name of the event, e.g. WorkOrderAccepted. */
  fact: string;
  text: string;
  appointment?: DossierAppointment;
  documentNames: string[];
  documentIds: string[];
  missionId: string;
  /** Of the platform's chain. */
  hash: string;
  amountCents: number;
  presence: string;
  lateMinutes: number;
  timer: string;
  /** Whom it concerns besides the contractor: an approver, somebody informed or written to. */
  names: string[];
  approved: boolean;
  /** Where the mission went back to. */
  status: string;
}

export interface DossierMessage {
  at?: Date;
  /** MAIL or SMS. */
  channel: string;
  recipientName: string;
  recipients: string[];
  subject: string;
  /** The words that were sent: an SMS, or the text of a mail. */
  text: string;
  /** QUEUED, SENT, FAILED, SILENCED. */
  delivery: string;
  reason: string;
}
