import type { PlaceStaffChanged } from '@intervia/contracts';
import { PlaceStaffChangedSchema } from '@intervia/contracts';
import type { EventMeta } from '@intervia/messaging';
import { OnEvent } from '@intervia/messaging';
import { Inbox } from '@intervia/mongo';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { MoveStaffHandler } from '../../application/opening/move-staff.handler.js';

@Controller()
export class DirectoryEventsController {
  constructor(
    private readonly moveStaffHandler: MoveStaffHandler,
    private readonly inbox: Inbox,
  ) {}

  @OnEvent(PlaceStaffChangedSchema)
  async onPlaceStaffChanged(
    @Payload() { buildingId, unitId, staffIds }: PlaceStaffChanged,
    @Ctx() meta: EventMeta,
  ): Promise<void> {
    await this.inbox.once(meta, () =>
      this.moveStaffHandler.execute(meta.agencyId, { buildingId, unitId }, staffIds),
    );
  }
}
