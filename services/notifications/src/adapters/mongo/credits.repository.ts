import { schemaOf } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Credits } from '../../application/ports/accounts/credits.js';
import { CreditsLog } from '../../application/ports/accounts/credits.js';

export const CREDITS = 'Credits';

interface CreditsDocument extends Credits {
  /** The SMS account's id. */
  _id: string;
}

export const creditsSchema = schemaOf<CreditsDocument>(
  {
    _id: { type: String, required: true },
    left: { type: Number, required: true },
    low: { type: Boolean, required: true },
    episode: { type: Number, required: true },
  },
  { collection: 'credits', versionKey: false },
);

@Injectable()
export class CreditsRepository extends CreditsLog {
  constructor(@InjectModel(CREDITS) private readonly model: Model<CreditsDocument>) {
    super();
  }

  async of(accountId: string): Promise<Credits | undefined> {
    const found = await this.model.findById(accountId).lean<CreditsDocument>();
    return found ?? undefined;
  }

  async save(accountId: string, { left, low, episode }: Credits): Promise<void> {
    await this.model.updateOne({ _id: accountId }, { $set: { left, low, episode } }, { upsert: true });
  }
}
