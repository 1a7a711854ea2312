import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SessionHolder, StoredSession } from '../../application/ports/sessions.js';
import { Sessions } from '../../application/ports/sessions.js';
import { HOLDER_FIELD, toSession, toSessionDocument } from './session.mapper.js';
import type { SessionDocument } from './session.schema.js';
import { SESSION } from './session.schema.js';

const MOST_LISTED = 100;

@Injectable()
export class SessionRepository extends Sessions {
  constructor(@InjectModel(SESSION) private readonly model: Model<SessionDocument>) {
    super();
  }

  async open(session: StoredSession): Promise<void> {
    await this.model.create(toSessionDocument(session));
  }

  async find(tokenHash: string): Promise<StoredSession | undefined> {
    const found = await this.model.findById(tokenHash).lean<SessionDocument>();
    return found ? toSession(found) : undefined;
  }

  async prolong(tokenHash: string, times: { expiresAt: Date; seenAt: Date; openedAt: Date }): Promise<void> {
    await this.model.updateOne({ _id: tokenHash }, { $set: times });
  }

  async confirm(tokenHash: string, confirmedAt: Date): Promise<void> {
    await this.model.updateOne({ _id: tokenHash }, { $set: { confirmedAt } });
  }

  async listOf(agencyId: string, { kind, id }: SessionHolder): Promise<StoredSession[]> {
    const found = await this.model
      .find({ agencyId, [HOLDER_FIELD[kind]]: id })
      .sort({ seenAt: -1 })
      .limit(MOST_LISTED)
      .lean<SessionDocument[]>();
    return found.map(toSession);
  }

  async closeOthers(agencyId: string, { kind, id }: SessionHolder, tokenHash: string): Promise<number> {
    const others = { agencyId, [HOLDER_FIELD[kind]]: id, _id: { $ne: tokenHash } };
    return (await this.model.deleteMany(others)).deletedCount;
  }

  async closeAgency(agencyId: string, tokenHash: string): Promise<SessionHolder[]> {
    const others = { agencyId, _id: { $ne: tokenHash } };
    const found = await this.model.find(others).lean<SessionDocument[]>();
    // Who signs in meanwhile is not meant.
    await this.model.deleteMany({ agencyId, _id: { $in: found.map(({ _id }) => _id) } });
    return found.map((document) => toSession(document).holder);
  }

  async close(tokenHash: string): Promise<void> {
    await this.model.deleteOne({ _id: tokenHash });
  }

  async closeAllOf(agencyId: string, kind: SessionHolder['kind'], ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.model.deleteMany({ agencyId, [HOLDER_FIELD[kind]]: { $in: ids } });
  }
}
