import type { Answer, Document, FormName } from '../../domain/answer.js';
import type { LinkTarget } from '../../domain/link.js';

export interface Contact {
  name: string;
  phones: string[];
  comment: string;
}

/** What a contractor may see of a ticket, and do now. */
export interface Mission {
  number: number;
  quote: boolean;
  /** Code of the status, e.g. WORK_ORDER_SENT. */
  status: string;
  subject: string;
  description: string;
  place: { label: string; address: string; reference: string; ownerName: string };
  urgent: boolean;
  closed: boolean;
  openedAt?: Date;
  manager: { name: string; mail: string; phone: string };
  contractorName: string;
  contacts: Contact[];
  attachments: Document[];
  sent: Document[];
  appointment?: { start: Date; durationMinutes: number };
  lateMinutes: number;
  /** The forms open to the contractor now. */
  forms: FormName[];
}

/** The tickets service, as seen from a link. */
export abstract class TicketDesk {
  /** Throws MISSION_NOT_FOUND, or an error of kind unavailable. */
  abstract mission(target: LinkTarget): Promise<Mission>;
  /** Throws TICKET_ALREADY_CLOSED, ACTION_NOT_ALLOWED, or an error of kind invalid or unavailable. */
  abstract answer(
    target: LinkTarget,
    contractorName: string,
    commandId: string,
    answer: Answer,
  ): Promise<void>;
}
