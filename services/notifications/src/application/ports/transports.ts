import type { Outcome } from '../../domain/message.js';

export interface OutgoingMail {
  /** Part of the Message-ID, so that a second copy can be recognised. */
  readonly id: string;
  readonly senderName: string;
  readonly replyTo?: string;
  /** All who are written to, for the header. */
  readonly to: readonly string[];
  /** Those to deliver to now. */
  readonly deliverTo: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly date: Date;
}

export interface OutgoingSms {
  /** Found again at the provider by this. */
  readonly tag: string;
  readonly sender: string;
  readonly receivers: readonly string[];
  readonly text: string;
}

/**
 * Before `handOver` has resolved the provider cannot have accepted anything; if it throws, nothing is sent.
 * Afterwards, no answer means `unknown`.
 */
export type HandOver = () => Promise<void>;

export abstract class MailTransport {
  abstract send(mail: OutgoingMail, handOver: HandOver): Promise<Outcome>;
}

export abstract class SmsTransport {
  abstract send(sms: OutgoingSms, handOver: HandOver): Promise<Outcome>;
  /** Whether the provider took an SMS with this tag. */
  abstract knows(tag: string): Promise<boolean>;
}
