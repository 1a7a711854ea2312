import { Injectable, Logger } from '@nestjs/common';
import type { Conversation } from '../ports/answers/conversations.js';
import type { NewReview, ReviewReason } from '../ports/answers/reviews.js';
import { Reviews } from '../ports/answers/reviews.js';
import { FilingRefused, Tickets } from '../ports/neighbours/tickets.js';

/** All that a review would keep of it, but the reason. */
export interface Answer extends Omit<NewReview, 'id' | 'reason'> {
  /** The same for the same answer. */
  readonly key: string;
  readonly threadId?: string;
  /** Where it belongs, or why nobody knows. */
  readonly place: Conversation | ReviewReason;
}

/** An answer goes into its exchange; what has none, or is not taken there, to whoever sorts. Twice is once. */
@Injectable()
export class FileAnswerHandler {
  private readonly logger = new Logger(FileAnswerHandler.name);

  constructor(
    private readonly tickets: Tickets,
    private readonly reviews: Reviews,
  ) {}

  async execute(answer: Answer): Promise<void> {
    const reason = await this.file(answer);
    if (reason === undefined) return;
    this.logger.log({ key: answer.key, reason }, 'answer to be sorted by a person');
    const { key: id, place: _place, threadId: _threadId, ...rest } = answer;
    await this.reviews.add({ id, ...rest, reason });
  }

  /** Why it could not be filed. */
  private async file(answer: Answer): Promise<ReviewReason | undefined> {
    const { key: commandId, place, threadId, subject, text, documents, lost } = answer;
    if (typeof place === 'string') return place;
    const { agencyId, ticketId, missionId, correspondentId, name } = place;
    if (missionId === undefined && correspondentId === undefined) return 'NO_EXCHANGE';
    const exchange = { agencyId, ticketId, missionId, correspondentId, name };
    try {
      await this.tickets.file({ commandId, place: exchange, threadId, subject, text, documents, lost });
      return undefined;
    } catch (error) {
      if (error instanceof FilingRefused) return error.code;
      throw error;
    }
  }
}
