import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { createHash, randomUUID } from 'node:crypto';
import type { SecurityFilter, SecurityPage } from '../../../application/ports/accounts/security-log.js';
import { SecurityLog } from '../../../application/ports/accounts/security-log.js';
import type { NewSecurityEvent, SecurityEvent } from '../../../domain/accounts/security-event.js';
import { entryKey, LOG_RETENTION_MS } from '../../../domain/accounts/security-event.js';
import type { SecurityEventDocument } from './security-event.schema.js';
import { SECURITY_EVENT } from './security-event.schema.js';

/** Written once; only the count of a repeated entry grows. */
@Injectable()
export class SecurityLogRepository extends SecurityLog {
  constructor(
    @InjectModel(SECURITY_EVENT) private readonly model: Model<SecurityEventDocument>,
    private readonly clock: Clock,
  ) {
    super();
  }

  async record(event: NewSecurityEvent): Promise<void> {
    const at = this.clock.now();
    const key = entryKey(event, at);
    const _id = key === undefined ? randomUUID() : createHash('sha256').update(key).digest('hex');
    const { agencyId, kind, person, origin, about } = event;
    const document = {
      agencyId,
      kind,
      person,
      address: origin.address,
      device: origin.label,
      ...(about !== undefined && { about }),
      at,
      expiresAt: new Date(at.getTime() + LOG_RETENTION_MS),
    };
    await this.model.updateOne({ _id }, { $setOnInsert: document, $inc: { times: 1 } }, { upsert: true });
  }

  async list(
    agencyId: string,
    { kinds, personId, from, until }: SecurityFilter,
    cursor: string,
    limit: number,
  ): Promise<SecurityPage> {
    const after = readCursor(cursor);
    const filter: QueryFilter<SecurityEventDocument> = {
      agencyId,
      ...(kinds.length > 0 && { kind: { $in: [...kinds] } }),
      ...(personId && { 'person.id': personId }),
      ...((from ?? until) && { at: { ...(from && { $gte: from }), ...(until && { $lt: until }) } }),
      ...(after && { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id } }] }),
    };
    const found = await this.model
      .find(filter)
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .lean<SecurityEventDocument[]>();
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      events: page.map(toEvent),
      nextCursor: found.length > limit && last ? `${last.at.toISOString()}_${last._id}` : '',
    };
  }
}

function readCursor(cursor: string): { at: Date; id: string } | undefined {
  const [, iso = '', id = ''] = /^([\d:.TZ-]{20,30})_([\w-]{1,80})$/.exec(cursor) ?? [];
  return id ? { at: new Date(iso), id } : undefined;
}

const toEvent = ({
  _id,
  agencyId,
  kind,
  person,
  address,
  device,
  about,
  at,
  times,
}: SecurityEventDocument): SecurityEvent => ({
  id: _id,
  agencyId,
  kind,
  person,
  origin: { device: '', address, label: device },
  about,
  at,
  times,
});
