/** A mail could not be delivered, or not yet (RFC 3464). */
export interface BounceReport {
  readonly kind: 'bounce';
  /** Message-IDs that the report names. */
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
  /** The same however often the mail is read. */
  readonly id: string;
  readonly messageId?: string;
  readonly from: { readonly address: string; readonly name: string };
  /** Everybody whom a header names as a recipient. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** What was written, without what it answers to. */
  readonly text: string;
  /** Message-IDs that it answers to. */
  readonly answersTo: readonly string[];
  readonly receivedAt: Date;
  readonly attachments: readonly ReceivedAttachment[];
  /** Written by a program. */
  readonly automatic: boolean;
  readonly report?: BounceReport | ReadingReport;
}
