import { isDuplicateKey, schemaOf } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SentTest, TestKey } from '../../application/ports/templates/sent-tests.js';
import { SentTests } from '../../application/ports/templates/sent-tests.js';

export const SENT_TEST = 'SentTest';
const KEPT_SECONDS = 24 * 3_600;

interface SentTestDocument extends SentTest {
  /** Agency and command. */
  _id: string;
  /** By the machine's clock, as the database forgets it. */
  at: Date;
}

export const sentTestSchema = schemaOf<SentTestDocument>(
  {
    _id: { type: String, required: true },
    fingerprint: { type: String, default: '' },
    recipient: String,
    at: { type: Date, required: true },
  },
  { collection: 'sentTests', versionKey: false },
);
sentTestSchema.index({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS });

@Injectable()
export class SentTestRepository extends SentTests {
  constructor(@InjectModel(SENT_TEST) private readonly model: Model<SentTestDocument>) {
    super();
  }

  async begin(key: TestKey): Promise<SentTest | undefined> {
    try {
      await this.model.create([{ _id: idOf(key), fingerprint: key.fingerprint, at: new Date() }]);
      return undefined;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // Forgotten meanwhile: it failed, and says so to who began it.
      const found = await this.model.findById(idOf(key)).lean<SentTestDocument>();
      return found ?? { fingerprint: key.fingerprint };
    }
  }

  async end(key: TestKey, recipient: string): Promise<void> {
    await this.model.updateOne({ _id: idOf(key) }, { $set: { recipient } });
  }

  async forget(key: TestKey): Promise<void> {
    await this.model.deleteOne({ _id: idOf(key) });
  }
}

const idOf = ({ agencyId, commandId }: TestKey): string => `${agencyId}/${commandId}`;
