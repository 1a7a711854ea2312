import type { Readable } from 'node:stream';
import type { Invitation } from '../../../domain/planning/invitation.js';
import type { Outcome } from '../../../domain/message.js';
import type { MailAccount, SmsAccount } from '../accounts/accounts.js';

export interface OutgoingDocument {
  readonly name: string;
  readonly mediaType: string;
  open(): Promise<Readable>;
}

export interface OutgoingMail {
  /** The same at every attempt. Without its brackets. */
  readonly messageId: string;
  /** Earlier mails with the same person about the same ticket, oldest first. */
  readonly references: readonly string[];
  readonly senderName: string;
  readonly replyTo?: string;
  /** Where bounces go; absent: to the sender. */
  readonly returnPath?: string;
  /** Where the reader's program is asked to say that the mail was read. */
  readonly receiptTo?: string;
  /** All who are written to, for the header. */
  readonly to: readonly string[];
  /** Those to deliver to now. */
  readonly deliverTo: readonly string[];
  /** A person typed it, and waits for the answer of a person. */
  readonly typed?: boolean;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly date: Date;
  readonly documents: readonly OutgoingDocument[];
  readonly calendar?: {
    /** Whose event it is: calendars take its updates from nobody else. */
    readonly organizer: string;
    readonly invitations: readonly Invitation[];
  };
}

export interface OutgoingSms {
  /** Found again at the provider by this. */
  readonly tag: string;
  readonly sender: string;
  readonly receivers: readonly string[];
  readonly text: string;
}

/** What the provider says of one SMS to one receiver. */
export interface SmsReceipt {
  readonly tag: string;
  readonly receiver: string;
  /** OVH's code of the last event, see domain/sms-receipt. */
  readonly ptt: number;
}

export interface IncomingSms {
  readonly id: string;
  readonly sender: string;
  readonly text: string;
  readonly receivedAt: Date;
}

/**
 * Before `handOver` has resolved the provider cannot have accepted anything; if it throws, nothing is sent.
 * Afterwards, no answer means `unknown`.
 */
export type HandOver = () => Promise<void>;

export abstract class MailTransport {
  abstract send(mail: OutgoingMail, account: MailAccount, handOver: HandOver): Promise<Outcome>;
}

export abstract class SmsTransport {
  abstract send(sms: OutgoingSms, account: SmsAccount, handOver: HandOver): Promise<Outcome>;
  /** Whether the provider took an SMS with this tag. */
  abstract knows(tag: string, account: SmsAccount): Promise<boolean>;
}

/** What comes back from the provider of SMS, always read there and never taken from a caller's word. */
export abstract class SmsInbox {
  /** Undefined when the provider does not know it. */
  abstract receipt(account: SmsAccount, providerId: string): Promise<SmsReceipt | undefined>;
  abstract receiptsOf(account: SmsAccount, tag: string): Promise<readonly SmsReceipt[]>;
  abstract incoming(account: SmsAccount, providerId: string): Promise<IncomingSms | undefined>;
  /** Ids of all that came in and the provider still keeps. */
  abstract incomingIds(account: SmsAccount): Promise<readonly string[]>;
  abstract creditsLeft(account: SmsAccount): Promise<number>;
}
