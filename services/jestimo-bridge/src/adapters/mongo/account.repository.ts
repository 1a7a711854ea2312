import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import type { Account } from '../../application/ports/stores.js';
import { Accounts } from '../../application/ports/stores.js';
import type { AccountDoc } from './schemas.js';
import { NAMES } from './schemas.js';

/** An agency has a few hundred users at most. */
const MOST = 1_000;

const toAccount = ({ _id, ...account }: AccountDoc): Account => account;

@Injectable()
export class AccountRepository extends Accounts {
  constructor(@InjectModel(NAMES.accounts) private readonly docs: Model<AccountDoc>) {
    super();
  }

  override async find(agencyId: string, userId: string): Promise<Account | undefined> {
    const found = await this.docs.findOne({ agencyId, userId }).lean<AccountDoc>();
    return found ? toAccount(found) : undefined;
  }

  override async list(agencyId: string): Promise<Account[]> {
    const found = await this.docs.find({ agencyId }).sort({ userId: 1 }).limit(MOST).lean<AccountDoc[]>();
    return found.map(toAccount);
  }

  override async save(accounts: readonly Account[]): Promise<void> {
    await this.docs.bulkWrite(
      accounts.map((account) => ({
        updateOne: {
          filter: { _id: `${account.agencyId}.${account.userId}` },
          update: { $set: account },
          upsert: true,
        },
      })),
    );
  }

  override async delete(agencyId: string, userId: string): Promise<void> {
    await this.docs.deleteOne({ agencyId, userId });
  }
}
