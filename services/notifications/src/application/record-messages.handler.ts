import { Injectable } from '@nestjs/common';
import type { TicketFact } from '../domain/facts.js';
import { messageFacts } from '../domain/message-facts.js';
import { beginAs } from '../domain/message.js';
import type { PlannedMessage } from '../domain/plan-messages.js';
import { planMessages } from '../domain/plan-messages.js';
import { messageId } from './message-id.js';
import { DeliveryQueue } from './ports/delivery-queue.js';
import type { NewMessage } from './ports/messages.js';
import { Messages } from './ports/messages.js';
import { Renderer } from './ports/renderer.js';

/** The envelope of a fact. */
export interface FactOrigin {
  readonly eventId: string;
  readonly agencyId: string;
  readonly occurredAt: Date;
}

/** Writes down every message that a fact calls for, then queues them. Doing it twice adds nothing. */
@Injectable()
export class RecordMessagesHandler {
  constructor(
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
    private readonly renderer: Renderer,
  ) {}

  async execute(fact: TicketFact, origin: FactOrigin): Promise<void> {
    const recorded = planMessages(fact).map((planned) => this.toMessage(fact, planned, origin));
    await this.messages.add(recorded);
    const queued = recorded.filter(({ status }) => status === 'queued');
    await this.queue.add(queued.map(({ id, channel }) => ({ id, channel, dueInMs: 0 })));
  }

  private toMessage(fact: TicketFact, planned: PlannedMessage, origin: FactOrigin): NewMessage {
    const { audience, template, channel, recipient, mission } = planned;
    const facts = messageFacts(fact, { audience, recipientName: recipient.name, mission });
    return {
      id: messageId(origin.eventId, planned.key),
      agencyId: origin.agencyId,
      ticketId: fact.ticket.id,
      missionId: mission?.id,
      channel,
      audience,
      template,
      recipientName: recipient.name,
      addresses: recipient.addresses,
      subject: this.renderer.subject(template, audience, facts),
      facts,
      queuedAt: origin.occurredAt,
      ...beginAs(planned.start),
    };
  }
}
