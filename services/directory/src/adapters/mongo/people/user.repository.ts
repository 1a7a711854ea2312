import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Account, UserWithHash } from '../../../application/ports/users.js';
import { Users } from '../../../application/ports/users.js';
import type { User } from '../../../domain/records.js';
import { byId, knownIds, publishedHashes, setPassword, signInAccount, upsertAccounts } from '../published.js';
import { toAccount, toUser, toUserDocument } from './user.mapper.js';
import type { UserDocument } from './user.schema.js';
import { USER } from './user.schema.js';

@Injectable()
export class UserRepository extends Users {
  override readonly find = byId(() => this.model, toUser);

  constructor(@InjectModel(USER) private readonly model: Model<UserDocument>) {
    super();
  }

  upsert(agencyId: string, users: readonly UserWithHash[]): Promise<void> {
    return upsertAccounts(
      this.model,
      users.map((user) => toUserDocument(agencyId, user)),
    );
  }

  async list(agencyId: string): Promise<User[]> {
    const found = await this.model.find({ agencyId }).sort({ sortKey: 1 }).lean<UserDocument[]>();
    return found.map(toUser);
  }

  async withIds(agencyId: string, ids: readonly string[]): Promise<Map<string, User>> {
    const found = await this.model.find({ agencyId, id: { $in: ids } }).lean<UserDocument[]>();
    return new Map(found.map((document) => [document.id, toUser(document)]));
  }

  async absentFor(agencyId: string, delegateId: string, now: Date): Promise<string[]> {
    const found = await this.model
      .find({
        agencyId,
        'absence.delegateId': delegateId,
        'absence.from': { $lte: now },
        'absence.until': { $gt: now },
      })
      .sort({ sortKey: 1 })
      .lean<UserDocument[]>();
    return found.map(({ id }) => id);
  }

  knownIds(agencyId: string, ids: readonly string[]): Promise<Set<string>> {
    return knownIds(this.model, agencyId, ids);
  }

  passwordHashes(agencyId: string, ids: readonly string[]): Promise<Map<string, string>> {
    return publishedHashes(this.model, agencyId, ids);
  }

  async accounts(mails: readonly string[]): Promise<Account[]> {
    const found = await this.model.find({ mail: { $in: mails } }).lean<UserDocument[]>();
    return found.map(toAccount);
  }

  account(agencyId: string, id: string): Promise<{ mail: string; passwordHash?: string } | undefined> {
    return signInAccount(this.model, agencyId, id);
  }

  setPassword(agencyId: string, id: string, passwordHash: string): Promise<void> {
    return setPassword(this.model, agencyId, id, passwordHash);
  }
}
