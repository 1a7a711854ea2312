import { Injectable } from '@nestjs/common';
import type { Message } from '../../domain/message.js';
import { Messages } from '../ports/delivery/messages.js';

@Injectable()
export class ListMessagesQuery {
  constructor(private readonly messages: Messages) {}

  execute(agencyId: string, ticketId: string): Promise<readonly Message[]> {
    return this.messages.ofTicket(agencyId, ticketId);
  }
}
