import type { PersonErased, PlaceStaffChanged } from '@intervia/contracts';
import { PersonErasedSchema, PlaceStaffChangedSchema, TicketDeletedSchema } from '@intervia/contracts';
import { EventFeed } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { EventHistory } from '../../application/ports/event-history.js';
import type { PastEvent } from '../../application/ports/event-history.js';
import { READ_MODEL_SCHEMAS, toLessons } from './lessons.js';

@Injectable()
export class NatsEventHistory extends EventHistory {
  constructor(private readonly feed: EventFeed) {
    super();
  }

  async *read(agencyId: string): AsyncIterable<PastEvent> {
    const schemas = [...READ_MODEL_SCHEMAS, PersonErasedSchema, PlaceStaffChangedSchema];
    const stored = this.feed.read({ schemas, agencyId, afterSequence: 0, onlyStored: true });
    for await (const { meta, message } of stored) {
      if (meta.agencyId !== agencyId) continue;
      if (meta.type === TicketDeletedSchema.typeName) yield { deletedTicketId: meta.aggregateId };
      if (meta.type === PersonErasedSchema.typeName)
        yield { struckTicketId: meta.aggregateId, struck: message as PersonErased };
      if (meta.type === PlaceStaffChangedSchema.typeName) yield { staff: message as PlaceStaffChanged };
      for (const lesson of toLessons(meta, message)) yield { lesson };
    }
  }
}
