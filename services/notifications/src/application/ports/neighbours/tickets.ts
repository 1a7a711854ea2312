import { AppError } from '@intervia/rules';
import type { StoredFile } from '@intervia/files';

export interface ExchangePlace {
  readonly agencyId: string;
  readonly ticketId: string;
  /** One of the two. */
  readonly missionId?: string;
  readonly correspondentId?: string;
  /** Of who writes. */
  readonly name?: string;
}

export interface Filing {
  /** The same for the same answer: it is filed once. */
  readonly commandId: string;
  readonly place: ExchangePlace;
  /** The user who sorted it; absent when it found its place by itself. */
  readonly by?: { readonly id: string; readonly name: string };
  readonly threadId?: string;
  readonly subject: string;
  readonly text: string;
  readonly documents: readonly StoredFile[];
  /** Names of what came along and could not be kept. */
  readonly lost: readonly string[];
}

/** The ticket does not take it, and never will. */
export class FilingRefused extends AppError {
  constructor(code: string, options?: ErrorOptions) {
    super(code, 'conflict', {}, [], options);
  }
}

export abstract class Tickets {
  /** What a third party wrote, into its exchange. @throws FilingRefused */
  abstract file(filing: Filing): Promise<void>;
  /** @throws FilingRefused */
  abstract acknowledgeReading(commandId: string, place: ExchangePlace): Promise<void>;
}
