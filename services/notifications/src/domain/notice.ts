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

/** What is told to the agency's own people, apart from the tickets' messages. */
export type Notice =
  | { readonly kind: 'digest'; readonly entries: readonly DigestEntry[] }
  | {
      readonly kind: 'credits-low';
      /** Name of the SMS account. */
      readonly service: string;
      readonly creditsLeft: number;
      readonly threshold: number;
    };
