import type { EventMeta } from '@intervia/messaging';
import type { Model } from 'mongoose';
import { Schema } from 'mongoose';
import { isDuplicateKey } from './duplicate-key.js';

export interface InboxDocument {
  /** Event id. */
  _id: string;
  doneAt: Date;
}

export const INBOX = 'Inbox';
const KEPT_SECONDS = 30 * 24 * 3600;

export const inboxSchema = new Schema<InboxDocument>(
  {
    _id: { type: String, required: true },
    doneAt: { type: Date, required: true, index: { expireAfterSeconds: KEPT_SECONDS } },
  },
  { collection: 'inbox', versionKey: false },
);

/** Remembers which events this service has handled. */
export class Inbox {
  constructor(private readonly model: Model<InboxDocument>) {}

  /**
   * Runs `handle` unless the event was done. `handle` must itself be idempotent:
   * a crash between its end and the record here makes it run once more.
   */
  async once(meta: EventMeta, handle: () => Promise<void>): Promise<void> {
    if (await this.model.exists({ _id: meta.id })) return;
    await handle();
    try {
      // The machine's time, not the movable one: the server's own clock expires the entry.
      await this.model.create({ _id: meta.id, doneAt: new Date() });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
