import { AppError } from '@intervia/rules';
import type { StoredFile } from '@intervia/files';
import type { Channel } from '../../../domain/reach.js';

/** Why nobody could file it: a code of this service, or one of the tickets'. */
export type ReviewReason = 'UNKNOWN_SENDER' | 'UNSIGNED_ADDRESS' | 'NO_EXCHANGE' | (string & {});

export interface NewReview {
  readonly id: string;
  readonly agencyId: string;
  readonly channel: Channel;
  readonly sender: string;
  readonly senderName: string;
  readonly subject: string;
  readonly text: string;
  readonly documents: readonly StoredFile[];
  readonly lost: readonly string[];
  readonly receivedAt: Date;
  readonly reason: ReviewReason;
}

export type ReviewState = 'open' | 'assigned' | 'dismissed';

export interface ReviewTarget {
  readonly ticketId: string;
  readonly missionId?: string;
  readonly correspondentId?: string;
}

export interface Settlement {
  readonly state: Exclude<ReviewState, 'open'>;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
}

export interface Review extends NewReview {
  readonly state: ReviewState;
  readonly target?: ReviewTarget;
  readonly settledBy?: Settlement['by'];
  readonly settledAt?: Date;
}

export class ReviewNotFound extends AppError.of('REVIEW_NOT_FOUND', 'not-found') {}

export class ReviewAlreadySettled extends AppError.of('REVIEW_ALREADY_SETTLED', 'conflict') {}

/** Answers that a person has to sort. */
export abstract class Reviews {
  /** Known ids are ignored. */
  abstract add(review: NewReview): Promise<void>;
  /** Newest first. */
  abstract list(agencyId: string, state: ReviewState, limit: number): Promise<readonly Review[]>;
  /** Reserves an open review for one target: nobody else can send it elsewhere. @throws ReviewNotFound, ReviewAlreadySettled */
  abstract reserve(agencyId: string, id: string, target: ReviewTarget): Promise<Review>;
  abstract release(agencyId: string, id: string): Promise<void>;
  /** @throws ReviewNotFound, ReviewAlreadySettled */
  abstract settle(agencyId: string, id: string, settlement: Settlement): Promise<Review>;
  /** Those that were filed into it. */
  abstract eraseTicket(agencyId: string, ticketId: string): Promise<void>;
}
