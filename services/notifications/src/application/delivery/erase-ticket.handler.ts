import { Injectable } from '@nestjs/common';
import { Conversations } from '../ports/answers/conversations.js';
import { Reviews } from '../ports/answers/reviews.js';
import { Messages } from '../ports/delivery/messages.js';

/** A deleted ticket leaves neither its journal nor who was written to about it; what still waits is not sent. */
@Injectable()
export class EraseTicketHandler {
  constructor(
    private readonly messages: Messages,
    private readonly conversations: Conversations,
    private readonly reviews: Reviews,
  ) {}

  async execute(agencyId: string, ticketId: string): Promise<void> {
    await this.messages.eraseTicket(agencyId, ticketId);
    await this.conversations.eraseTicket(agencyId, ticketId);
    await this.reviews.eraseTicket(agencyId, ticketId);
  }
}
