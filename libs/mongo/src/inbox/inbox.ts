import type { EventMeta } from '@intervia/messaging';
import type { Model } from 'mongoose';
import { Schema } from 'mongoose';
import { batched } from '../batched.js';
import { insertNew } from '../insert-new.js';

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
  private readonly isDone = batched((ids: readonly string[]) => this.areDone(ids));
  private readonly record = batched((ids: readonly string[]) => this.recordAll(ids));

  constructor(private readonly model: Model<InboxDocument>) {}

  /**
   * Runs `handle` unless the event was done. `handle` must itself be idempotent:
   * a crash between its end and the record here makes it run once more.
   */
  async once(meta: EventMeta, handle: () => Promise<void>): Promise<void> {
    if (await this.isDone(meta.id)) return;
    await handle();
    await this.record(meta.id);
  }

  private async areDone(ids: readonly string[]): Promise<boolean[]> {
    const found = await this.model.find({ _id: { $in: ids } }, { _id: 1 }).lean<{ _id: string }[]>();
    const done = new Set(found.map(({ _id }) => _id));
    return ids.map((id) => done.has(id));
  }

  /** Another replica may have recorded it meanwhile. */
  private recordAll(ids: readonly string[]): Promise<(boolean | Error)[]> {
    // The machine's time, not the movable one: the server's own clock expires the entry.
    const doneAt = new Date();
    return insertNew(
      this.model,
      ids.map((_id) => ({ _id, doneAt })),
    );
  }
}
