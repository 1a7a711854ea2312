import type { Message } from '@bufbuild/protobuf';
import type { PlaceStaffChanged } from '@intervia/contracts';
import { PlaceStaffChangedSchema } from '@intervia/contracts';
import type { EventMeta } from '@intervia/messaging';
import { OnEvent, OnEvents } from '@intervia/messaging';
import { Inbox } from '@intervia/mongo';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ReadModel } from '../../application/ports/read-model.js';
import { MEASURED_SCHEMAS, toLessons } from './lessons.js';

/** Whatever happens to a ticket is measured. */
@Controller()
export class ReadModelController {
  constructor(
    private readonly model: ReadModel,
    private readonly inbox: Inbox,
  ) {}

  @OnEvents(MEASURED_SCHEMAS)
  async onFact(@Payload() event: Message, @Ctx() meta: EventMeta): Promise<void> {
    await this.inbox.once(meta, () => this.model.learn(meta.agencyId, toLessons(meta, event)));
  }

  @OnEvent(PlaceStaffChangedSchema)
  async onStaffChanged(
    @Payload() { buildingId, unitId, staffIds }: PlaceStaffChanged,
    @Ctx() meta: EventMeta,
  ): Promise<void> {
    await this.inbox.once(meta, () =>
      this.model.staffChanged(meta.agencyId, { buildingId, unitId, staffIds }),
    );
  }
}
