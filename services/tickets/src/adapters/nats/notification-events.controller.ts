import type { MessageFailed } from '@intervia/contracts';
import { MessageFailedSchema } from '@intervia/contracts';
import type { EventMeta } from '@intervia/messaging';
import { OnEvent } from '@intervia/messaging';
import { Inbox } from '@intervia/mongo';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { RefuseAddressesHandler } from '../../application/timers/refuse-addresses.handler.js';

@Controller()
export class NotificationEventsController {
  constructor(
    private readonly refuseAddressesHandler: RefuseAddressesHandler,
    private readonly inbox: Inbox,
  ) {}

  @OnEvent(MessageFailedSchema)
  async onMessageFailed(@Payload() failed: MessageFailed, @Ctx() meta: EventMeta): Promise<void> {
    const { ticketId, missionId, correspondentId, refusedAddresses: addresses, reason } = failed;
    if (!missionId || addresses.length === 0) return;
    await this.inbox.once(meta, () =>
      this.refuseAddressesHandler.execute(
        { agencyId: meta.agencyId, ticketId },
        { missionId, correspondentId, addresses, reason },
      ),
    );
  }
}
