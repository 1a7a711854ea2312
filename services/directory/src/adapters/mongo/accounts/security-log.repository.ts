import { Clock } from '@intervia/clock';
import { isDuplicateKey } from '@intervia/mongo';
import { STRUCK_OUT } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { LogKey, hashOf, sealOf } from '../../../application/accounts/log-chain.js';
import type { ChainedEntry } from '../../../application/accounts/log-chain.js';
import { SecurityLines } from '../../../application/accounts/security-lines.js';
import type { SecurityFilter, SecurityPage } from '../../../application/ports/accounts/security-log.js';
import { SecurityLog } from '../../../application/ports/accounts/security-log.js';
import type { NewSecurityEvent, SecurityEvent } from '../../../domain/accounts/security-event.js';
import { entryKey, LOG_RETENTION_MS } from '../../../domain/accounts/security-event.js';
import type { SecurityEventDocument } from './security-event.schema.js';
import { SECURITY_EVENT } from './security-event.schema.js';

/** Of replicas that write at one moment each takes a place in turn. */
const ATTEMPTS = 40;
const PAUSE_MS = 5;

/** Written once, after the one before; only the count of a repeated entry grows. */
@Injectable()
export class SecurityLogRepository extends SecurityLog {
  constructor(
    @InjectModel(SECURITY_EVENT) private readonly model: Model<SecurityEventDocument>,
    private readonly clock: Clock,
    private readonly key: LogKey,
    private readonly lines: SecurityLines,
  ) {
    super();
  }

  async record(event: NewSecurityEvent): Promise<void> {
    const at = this.clock.now();
    const key = entryKey(event, at);
    const _id = key === undefined ? randomUUID() : createHash('sha256').update(key).digest('hex');
    for (let tries = 1; ; tries += 1) {
      const { matchedCount } = await this.model.updateOne({ _id }, { $inc: { times: 1 } });
      if (matchedCount === 1) return;
      try {
        const entry = await this.next(event, at);
        await this.model.create({ ...entry, _id, times: 1 });
        this.lines.tell(entry);
        return;
      } catch (error) {
        if (!isDuplicateKey(error) || tries === ATTEMPTS) throw error;
        await delay(PAUSE_MS * tries * Math.random());
      }
    }
  }

  async strikeOut(agencyId: string, personId: string): Promise<number> {
    const theirs: QueryFilter<SecurityEventDocument> = {
      ...{ agencyId, 'person.kind': 'client', 'person.id': personId },
    };
    const found = await this.model
      .find({ $and: [theirs, { seq: { $gt: 0 } }] })
      .lean<SecurityEventDocument[]>();
    for (const { _id, about: _about, ...entry } of found) {
      const person = { kind: 'client' as const, id: '', name: STRUCK_OUT };
      const left = { ...entry, person, address: '', device: '' };
      const erasure = sealOf(left as ChainedEntry, this.key);
      await this.model.updateOne(
        { _id, agencyId },
        { $set: { person, address: '', device: '', erasure }, $unset: { about: 1 } },
      );
    }
    // Entries of older releases are in no chain.
    const { deletedCount } = await this.model.deleteMany(theirs);
    return found.length + deletedCount;
  }

  /** The entry that follows the newest one of the agency. */
  private async next({ agencyId, kind, person, origin, about }: NewSecurityEvent, now: Date) {
    const last = await this.model
      .findOne({ agencyId, seq: { $gt: 0 } }, { seq: 1, hash: 1, at: 1 })
      .sort({ seq: -1 })
      .lean<Pick<SecurityEventDocument, 'seq' | 'hash' | 'at'>>();
    // Clocks differ by a little; a log's times never go back, so that the oldest entries go first.
    const at = last && last.at > now ? last.at : now;
    const entry = {
      ...{ agencyId, kind, person, address: origin.address, device: origin.label, at },
      ...(about !== undefined && { about }),
      ...{ seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? '' },
    };
    const expiresAt = new Date(at.getTime() + LOG_RETENTION_MS);
    return { ...entry, expiresAt, hash: hashOf(entry, this.key) };
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
