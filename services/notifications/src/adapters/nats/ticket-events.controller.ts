import type { Message } from '@bufbuild/protobuf';
import { ReachChangedSchema, TicketDeletedSchema, TicketUpdatedSchema } from '@intervia/contracts';
import type { ReachChanged, TicketDeleted, TicketUpdated } from '@intervia/contracts';
import type { EventMeta } from '@intervia/messaging';
import { OnEvent, OnEvents } from '@intervia/messaging';
import { Inbox } from '@intervia/mongo';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { CorrectReachHandler } from '../../application/delivery/correct-reach.handler.js';
import { EraseTicketHandler } from '../../application/delivery/erase-ticket.handler.js';
import { RecordMessagesHandler } from '../../application/delivery/record-messages.handler.js';
import { correctedRequester, correctionOf } from './facts/correction-of.js';
import { TOLD_FACTS, deletionOf, factOf } from './facts/told-facts.js';

type Corrected = ReturnType<typeof correctionOf>;

/** The facts of tickets, each turned into the domain's words and told once. */
@Controller()
export class TicketEventsController {
  constructor(
    private readonly recordMessages: RecordMessagesHandler,
    private readonly eraseTicket: EraseTicketHandler,
    private readonly correctReach: CorrectReachHandler,
    private readonly inbox: Inbox,
  ) {}

  @OnEvents(TOLD_FACTS.map(({ schema }) => schema))
  async onFact(@Payload() event: Message, @Ctx() meta: EventMeta): Promise<void> {
    const { id: eventId, agencyId, occurredAt } = meta;
    const fact = factOf(event, occurredAt);
    await this.inbox.once(meta, () => this.recordMessages.execute(fact, { eventId, agencyId, occurredAt }));
  }

  @OnEvent(ReachChangedSchema)
  async onCorrection(@Payload() event: ReachChanged, @Ctx() meta: EventMeta): Promise<void> {
    await this.correct(correctionOf(event), meta);
  }

  @OnEvent(TicketUpdatedSchema)
  async onUpdate(@Payload() event: TicketUpdated, @Ctx() meta: EventMeta): Promise<void> {
    await this.correct(correctedRequester(event), meta);
  }

  private async correct(correction: Corrected | undefined, meta: EventMeta): Promise<void> {
    if (!correction) return;
    const { id: eventId, agencyId } = meta;
    await this.inbox.once(meta, () => this.correctReach.execute({ agencyId, eventId, ...correction }));
  }

  @OnEvent(TicketDeletedSchema)
  async onDeletion(@Payload() event: TicketDeleted, @Ctx() meta: EventMeta): Promise<void> {
    const { id: eventId, agencyId, occurredAt } = meta;
    const fact = deletionOf(event, occurredAt);
    await this.inbox.once(meta, async () => {
      await this.eraseTicket.execute(agencyId, event.ticketId);
      if (fact) await this.recordMessages.execute(fact, { eventId, agencyId, occurredAt });
    });
  }
}
