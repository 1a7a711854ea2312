import type { Document } from './facts/facts.js';

/** One alert of a digest. */
export interface DigestEntry {
  readonly messageId: string;
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly module: 'syndic' | 'gerance';
  /** The subject of the mail that the user did not get. */
  readonly subject: string;
  readonly at: Date;
}

/** What was asked for is made: who asked gets a copy (manual, "Rapport"). */
export interface ReportNotice {
  readonly kind: 'report-ready';
  readonly name: string;
  /** Within the platform. */
  readonly path: string;
  readonly title: string;
  /** Attached where they fit. */
  readonly documents: readonly Document[];
}

/** What is told to the agency's own people, apart from the tickets' messages. */
export type Notice =
  | { readonly kind: 'digest'; readonly entries: readonly DigestEntry[] }
  | {
      readonly kind: 'credits-low';
      /** Name of the SMS account. */
      readonly service: string;
      readonly creditsLeft: number;
      readonly threshold: number;
    }
  | {
      readonly kind: 'webhook-disabled';
      /** Of the receiver. */
      readonly host: string;
      /** It said so itself (410); otherwise it failed for days. */
      readonly isGone: boolean;
      /** Within the platform. */
      readonly path: string;
    }
  | ReportNotice
  | { readonly [K in AccountNoticeKind]: AccountNotice<K> }[AccountNoticeKind];

export type AccountNoticeKind =
  'password-reset' | 'password-changed' | 'new-device' | 'second-factor-changed';

/** About somebody's own account: staff and clients. */
export interface AccountNotice<K extends AccountNoticeKind = AccountNoticeKind> {
  readonly kind: K;
  readonly name: string;
  /** Within the platform. Of a password to be set it holds the right to do so: it goes once the mail has left. */
  readonly path: string;
  readonly device: string;
  readonly address: string;
  readonly at: Date;
}
