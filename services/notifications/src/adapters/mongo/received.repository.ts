import type { Stored } from '@intervia/mongo';
import { required, schemaOf } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Received } from '../../application/ports/answers/received.js';

export const RECEIVED = 'Received';

const FIELDS = {
  _id: required(String),
  at: required(Date),
};

type ReceivedDocument = Stored<typeof FIELDS>;

/** Kept for ever: a provider lists an old SMS as long as it likes, and a mailbox can be marked unread by hand. */
export const receivedSchema = schemaOf<ReceivedDocument>(FIELDS, {
  collection: 'received',
  versionKey: false,
});

@Injectable()
export class ReceivedRepository extends Received {
  constructor(@InjectModel(RECEIVED) private readonly model: Model<ReceivedDocument>) {
    super();
  }

  async has(key: string): Promise<boolean> {
    return (await this.model.exists({ _id: key })) !== null;
  }

  async add(key: string): Promise<void> {
    await this.model.updateOne({ _id: key }, { $setOnInsert: { at: new Date() } }, { upsert: true });
  }
}
