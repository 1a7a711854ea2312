import type { Message } from '@bufbuild/protobuf';
import type { EventMeta } from '@intervia/messaging';
import { OnEvent } from '@intervia/messaging';
import { Inbox } from '@intervia/mongo';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { RecordMessagesHandler } from '../../application/delivery/record-messages.handler.js';
import type { TicketFact } from '../../domain/facts.js';
import type { ToldFact } from './facts/told-facts.js';
import { TOLD_FACTS } from './facts/told-facts.js';

/** The facts of tickets, each turned into the domain's words and told once. */
@Controller()
export class TicketEventsController {
  constructor(
    private readonly recordMessages: RecordMessagesHandler,
    private readonly inbox: Inbox,
  ) {}

  tell(fact: TicketFact, meta: EventMeta): Promise<void> {
    const { id: eventId, agencyId, occurredAt } = meta;
    return this.inbox.once(meta, () => this.recordMessages.execute(fact, { eventId, agencyId, occurredAt }));
  }
}

/** What a decorated method would be, for one row of the table: forty methods would say the same. */
function declareHandler({ schema, toFact }: ToldFact): void {
  const { prototype } = TicketEventsController;
  const name = `on${schema.name}`;
  const value = function (this: TicketEventsController, event: Message, meta: EventMeta): Promise<void> {
    return this.tell(toFact(event, meta.occurredAt), meta);
  };
  const descriptor: PropertyDescriptor = { value, configurable: true, writable: true };
  Object.defineProperty(prototype, name, descriptor);
  Reflect.decorate([OnEvent(schema)], prototype, name, descriptor);
  Payload()(prototype, name, 0);
  Ctx()(prototype, name, 1);
}

TOLD_FACTS.forEach(declareHandler);
