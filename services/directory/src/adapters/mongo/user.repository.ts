import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { mongo } from 'mongoose';
import type { Account, UserWithHash } from '../../application/ports/users.js';
import { MailTaken, Users } from '../../application/ports/users.js';
import type { User } from '../../domain/records.js';
import { DUPLICATE_KEY, knownIds, upsertAll } from './published.js';
import { toAccount, toUser, toUserDocument } from './user.mapper.js';
import type { UserDocument } from './user.schema.js';
import { USER } from './user.schema.js';

@Injectable()
export class UserRepository extends Users {
  constructor(@InjectModel(USER) private readonly model: Model<UserDocument>) {
    super();
  }

  async upsert(agencyId: string, users: readonly UserWithHash[]): Promise<void> {
    try {
      await upsertAll(
        this.model,
        users.map((user) => toUserDocument(agencyId, user)),
      );
    } catch (error) {
      if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) throw new MailTaken();
      throw error;
    }
  }

  async list(agencyId: string): Promise<User[]> {
    const found = await this.model.find({ agencyId }).sort({ sortKey: 1 }).lean<UserDocument[]>();
    return found.map(toUser);
  }

  async find(agencyId: string, id: string): Promise<User | undefined> {
    const found = await this.model.findOne({ agencyId, id }).lean<UserDocument>();
    return found ? toUser(found) : undefined;
  }

  knownIds(agencyId: string, ids: readonly string[]): Promise<Set<string>> {
    return knownIds(this.model, agencyId, ids);
  }

  async passwordHashes(agencyId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.model.find({ agencyId, id: { $in: ids } }).lean<UserDocument[]>();
    return new Map(found.flatMap(({ id, passwordHash }) => (passwordHash ? [[id, passwordHash]] : [])));
  }

  async accounts(mails: readonly string[]): Promise<Account[]> {
    const found = await this.model.find({ mail: { $in: mails } }).lean<UserDocument[]>();
    return found.map(toAccount);
  }
}
