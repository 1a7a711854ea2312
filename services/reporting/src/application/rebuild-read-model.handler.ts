import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { EventHistory } from './ports/event-history.js';
import { ReadModel } from './ports/read-model.js';
import type { Lesson } from './ports/read-model.js';

const BATCH = 2_000;

/** Makes an agency's read model anew from its events. The present one serves until the end; a rebuild that was killed runs again. */
@Injectable()
export class RebuildReadModelHandler {
  constructor(
    private readonly model: ReadModel,
    private readonly history: EventHistory,
    private readonly clock: Clock,
  ) {}

  async execute(agencyId: string): Promise<void> {
    // From here on what happens is learnt by both: the history need only be read up to now.
    await this.model.beginRebuild(agencyId);
    let batch: Lesson[] = [];
    const flush = async () => {
      await this.model.relearn(agencyId, batch);
      batch = [];
    };
    for await (const event of this.history.read(agencyId)) {
      if ('lesson' in event) batch.push(event.lesson);
      else {
        // What was learnt before it comes first.
        await flush();
        if ('staff' in event) await this.model.restaff(agencyId, event.staff);
        else if ('struck' in event) await this.model.restrike(agencyId, event.struckTicketId, event.struck);
        else await this.model.reforget(agencyId, event.deletedTicketId);
      }
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    await this.model.endRebuild(agencyId, this.clock.now());
  }
}
