import type { Fault, FormName } from '../../domain/answer.js';
import type { AgencyCard } from './agency-book.js';
import type { Quote, View } from './ticket-desk.js';

interface KeptDocument {
  name: string;
  size: number;
  sealed: string;
}

/** A form shown again: what was typed, what was wrong, what was uploaded. */
export interface FilledForm {
  form: FormName;
  values: Readonly<Record<string, string>>;
  faults: readonly Fault[];
  kept: Readonly<Record<string, readonly KeptDocument[]>>;
  /** Of the page that was answered: the same answer stays the same command. */
  nonce: string;
}

export type Notice =
  'done' | 'not-allowed' | 'closed' | 'full' | 'quote-changed' | 'rival-approved' | 'settled';

export type Page =
  | {
      kind: 'ticket';
      token: string;
      view: View;
      agency?: AgencyCard;
      now: Date;
      nonce: string;
      notice?: Notice;
      filled?: FilledForm;
    }
  /** What a decision on a quote will say, before it is sent. */
  | {
      kind: 'confirm';
      token: string;
      subject: string;
      quote: Quote;
      /** Of the others that wait for a decision, too. */
      rivals: readonly string[];
      approved: boolean;
      filled: FilledForm;
      agency?: AgencyCard | undefined;
    }
  /** The tickets service does not answer: the form alone, as it was filled. */
  | { kind: 'retry'; token: string; now: Date; filled: FilledForm }
  | {
      kind: 'message';
      message: 'link-unknown' | 'link-expired' | 'link-renewed' | 'link-not-renewed' | 'unavailable';
      /** The token of a link that is over, whose holder may ask for another. */
      renewable?: string;
      agency?: AgencyCard | undefined;
    }
  | { kind: 'help' };

export abstract class PageRenderer {
  abstract render(page: Page): string;
}
