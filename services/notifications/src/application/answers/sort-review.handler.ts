import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Review, ReviewTarget, Settlement } from '../ports/answers/reviews.js';
import { Reviews } from '../ports/answers/reviews.js';
import { FilingRefused, Tickets } from '../ports/neighbours/tickets.js';

/** A person decides what nobody could file: into an exchange, or away. */
@Injectable()
export class SortReviewHandler {
  constructor(
    private readonly reviews: Reviews,
    private readonly tickets: Tickets,
    private readonly clock: Clock,
  ) {}

  /** Filed once: tried again after a failure it goes to the same place, under the same command. */
  async assign(agencyId: string, id: string, target: ReviewTarget, by: Settlement['by']): Promise<Review> {
    const review = await this.reviews.reserve(agencyId, id, target);
    const { subject, text, documents, lost } = review;
    const filing = {
      commandId: `review-${id}`,
      place: { agencyId, ...target },
      by,
      subject,
      text,
      documents,
      lost,
    };
    try {
      await this.tickets.file(filing);
    } catch (error) {
      if (error instanceof FilingRefused) {
        await this.reviews.release(agencyId, id);
        throw error.cause;
      }
      throw error;
    }
    return this.reviews.settle(agencyId, id, { state: 'assigned', by, at: this.clock.now() });
  }

  dismiss(agencyId: string, id: string, by: Settlement['by']): Promise<Review> {
    return this.reviews.settle(agencyId, id, { state: 'dismissed', by, at: this.clock.now() });
  }
}
