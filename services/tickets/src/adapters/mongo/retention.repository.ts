import { schemaOf } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Retentions } from '../../application/ports/retentions.js';
import type { Expired, RetentionRecord } from '../../application/ports/retentions.js';
import type { Retention } from '../../domain/settings/retention.js';
import { MODULES } from '../../domain/values/model.js';
import { TICKET } from './ticket/ticket.schema.js';
import type { TicketFields } from './ticket/ticket.schema.js';

export const RETENTION = 'TicketRetention';

interface RetentionFields extends Retention {
  /** The agency. */
  _id: string;
  /** When a replica last took it; what dies on the way is taken again the next day. */
  takenAt: Date;
  lastRunAt?: Date;
  lastDeleted?: number;
}

export const retentionSchema = schemaOf<RetentionFields>(
  {
    _id: String,
    closedMonths: Number,
    cancelledMonths: Number,
    takenAt: Date,
    lastRunAt: Date,
    lastDeleted: Number,
  },
  { collection: 'ticket_retentions', versionKey: false },
);

const NEVER = new Date(0);

@Injectable()
export class RetentionRepository extends Retentions {
  constructor(
    @InjectModel(RETENTION) private readonly model: Model<RetentionFields>,
    @InjectModel(TICKET) private readonly tickets: Model<TicketFields>,
  ) {
    super();
  }

  async find(agencyId: string): Promise<RetentionRecord | undefined> {
    const found = await this.model.findById(agencyId).lean<RetentionFields>();
    return found ? toRetention(found) : undefined;
  }

  /** A changed rule has its turn at once. */
  async save(agencyId: string, { closedMonths, cancelledMonths }: Retention): Promise<void> {
    await this.model.updateOne(
      { _id: agencyId },
      { $set: { closedMonths, cancelledMonths, takenAt: NEVER } },
      { upsert: true },
    );
  }

  async claim(now: Date, notSince: Date): Promise<RetentionRecord | undefined> {
    const found = await this.model
      .findOneAndUpdate(
        { takenAt: { $lt: notSince }, $or: [{ closedMonths: { $gt: 0 } }, { cancelledMonths: { $gt: 0 } }] },
        { $set: { takenAt: now } },
        { returnDocument: 'after' },
      )
      .lean<RetentionFields>();
    return found ? toRetention(found) : undefined;
  }

  async ran(agencyId: string, at: Date, deleted: number): Promise<void> {
    await this.model.updateOne({ _id: agencyId }, { $set: { lastRunAt: at, lastDeleted: deleted } });
  }

  /** The list's own index, from its end. */
  async expired(
    agencyId: string,
    phase: 'closed' | 'cancelled',
    notSince: Date,
    limit: number,
  ): Promise<Expired[]> {
    const found: Expired[] = [];
    for (const module of MODULES) {
      const tickets = await this.tickets
        .find(
          { agencyId, 'details.module': module, closed: true, modifiedAt: { $lt: notSince }, phase },
          { number: 1, phase: 1, 'details.subject': 1, 'documents.ref.id': 1 },
        )
        .sort({ modifiedAt: 1, _id: 1 })
        .limit(limit - found.length)
        .lean<Pick<TicketFields, '_id' | 'number' | 'phase' | 'details' | 'documents'>[]>();
      found.push(
        ...tickets.map(({ _id: ticketId, number, details, documents }) => ({
          ticketId,
          number,
          phase,
          module,
          subject: details.subject,
          documents: documents.length,
        })),
      );
      if (found.length >= limit) break;
    }
    return found;
  }
}

function toRetention({
  _id: agencyId,
  closedMonths,
  cancelledMonths,
  lastRunAt,
  lastDeleted,
}: RetentionFields) {
  return {
    agencyId,
    closedMonths,
    cancelledMonths,
    ...(lastRunAt ? { lastRunAt } : {}),
    lastDeleted: lastDeleted ?? 0,
  };
}
