import type { OutgoingEvent } from '@intervia/messaging';
import { OutboxRelay, VersionConflict, pushToOutbox } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Tombstones } from '../../application/ports/tombstones.js';
import type { TombstoneFilter } from '../../application/ports/tombstones.js';
import type { Tombstone } from '../../domain/opening/deletion.js';
import { afterPosition } from './lists/after-position.js';
import { TicketPages } from './ticket/ticket-pages.js';
import { TICKET, ticketSchema } from './ticket/ticket.schema.js';
import type { TicketFields } from './ticket/ticket.schema.js';

/** The origin stays so that a late repetition makes no second ticket; what waits in the outbox still leaves. */
const KEPT: readonly string[] = [
  '_id',
  'agencyId',
  'number',
  'origin',
  'version',
  'outbox',
  'outboxAt',
  'deletion',
];

/** Whatever the schema holds, so that no field added later survives a deletion. */
const ERASED = Object.fromEntries(
  [...new Set(Object.keys(ticketSchema.paths).map((path) => path.split('.')[0] ?? path))]
    .filter((path) => !KEPT.includes(path))
    .map((path) => [path, 1 as const]),
);

@Injectable()
export class TombstoneRepository extends Tombstones {
  constructor(
    @InjectModel(TICKET) private readonly model: Model<TicketFields>,
    private readonly relay: OutboxRelay,
    private readonly pages: TicketPages,
  ) {
    super();
  }

  async set(tombstone: Tombstone, version: number, told: OutgoingEvent): Promise<void> {
    const { ticketId, agencyId, module, actor, at } = tombstone;
    const outbox = pushToOutbox([told], at);
    const { matchedCount } = await this.model.updateOne(
      { _id: ticketId, agencyId, version },
      {
        $set: { deletion: { module, actor, at }, version: version + 1, ...outbox.$set },
        $unset: ERASED,
        $push: { ...outbox.$push },
      },
    );
    if (matchedCount === 0) throw new VersionConflict(ticketId);
    await this.pages.erase({ agencyId, ticketId });
    this.relay.notify(ticketId);
  }

  async has(agencyId: string, ticketId: string): Promise<boolean> {
    return (await this.model.exists({ _id: ticketId, agencyId, deletion: { $exists: true } })) !== null;
  }

  async page(filter: TombstoneFilter): Promise<Tombstone[]> {
    const found = await this.query(filter).lean<TicketFields[]>();
    return found.flatMap(({ _id: ticketId, agencyId, number, deletion }) =>
      deletion ? [{ ticketId, agencyId, number, ...deletion }] : [],
    );
  }

  /** Apart, so that a test can ask for its plan. */
  query({ agencyId, module, after, limit }: TombstoneFilter) {
    return this.model
      .find(
        {
          agencyId,
          'deletion.module': module,
          ...afterPosition('deletion.at', after, { $exists: true }),
        },
        { number: 1, agencyId: 1, deletion: 1 },
      )
      .sort({ 'deletion.at': -1, _id: -1 })
      .limit(limit);
  }
}
