/** Letters of an answer that a ticket takes; what is longer goes along as a document. */
export const ANSWER_LENGTH = 10_000;

/** A mail could not be delivered, or not yet (RFC 3464). */
export interface BounceReport {
  readonly kind: 'bounce';
  /** Message-IDs that the report names; none when it encloses nothing, or says it in words only. */
  readonly of: readonly string[];
  readonly failed: readonly { readonly recipient: string; readonly detail: string }[];
}

/** A reader's program says that a mail was shown (RFC 8098). */
export interface ReadingReport {
  readonly kind: 'reading';
  readonly of: readonly string[];
  readonly displayed: boolean;
}

export interface ReceivedAttachment {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface ReceivedMail {
  /** Its Message-ID: programs should never give one twice, and some do. */
  readonly id: string;
  /** Of all that it says: the same however often the mail is read, and other for another mail. */
  readonly digest: string;
  readonly messageId?: string;
  readonly from: { readonly address: string; readonly name: string };
  /** Everybody whom a header names as a recipient. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** What was written, without what it answers to. */
  readonly text: string;
  /** What was surely quoted below it, and is not part of the text. */
  readonly quoted: string;
  /** Message-IDs that it answers to. */
  readonly answersTo: readonly string[];
  readonly receivedAt: Date;
  readonly attachments: readonly ReceivedAttachment[];
  /** Written by a program. */
  readonly automatic: boolean;
  readonly report?: BounceReport | ReadingReport;
}
