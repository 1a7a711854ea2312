import type { Model, mongo } from 'mongoose';
import { batched } from '../batched.js';
import type { OutboxEntry, OutboxFields } from './outbox.js';

/** A document and all that waits in it, in order. */
export interface Waiting {
  readonly _id: string;
  readonly outbox: readonly OutboxEntry[];
}

/** What left of a document; all of it, unless there is an error. */
export interface Left {
  readonly _id: string;
  readonly entryIds: readonly string[];
  readonly error?: Error;
}

/** The outboxes of one model's documents, as the relay sees them. */
export class OutboxStore {
  /** What leaves while a write is on its way is taken out by the next, together. */
  readonly takeOut = batched((left: readonly Left[]) => this.takeOutAll(left));

  constructor(private readonly model: () => Model<OutboxFields>) {}

  waitingIn(ids: readonly string[]): Promise<Waiting[]> {
    return this.model()
      .find({ _id: { $in: ids } }, { outbox: 1 })
      .lean<Waiting[]>();
  }

  private async takeOutAll(left: readonly Left[]): Promise<undefined[]> {
    const whole = left.filter(({ error }) => !error);
    const cleared = await this.write(whole.map(clearing));
    const rest = cleared === whole.length ? left.filter(({ error }) => error) : left;
    await this.write(rest.filter(({ entryIds }) => entryIds.length > 0).map(removal));
    return left.map(() => undefined);
  }

  /** By the driver: mongoose would cast each of them first. */
  private async write(operations: mongo.AnyBulkWriteOperation[]): Promise<number> {
    if (operations.length === 0) return 0;
    return (await this.model().collection.bulkWrite(operations, { ordered: false })).matchedCount;
  }
}

/** Only when nothing else is in the outbox: events written in between must keep their `outboxAt`. */
function clearing({ _id, entryIds }: Left): mongo.AnyBulkWriteOperation {
  const other = { $elemMatch: { _id: { $nin: entryIds } } };
  const update = { $set: { outbox: [] }, $unset: { outboxAt: 1 as const } };
  return { updateOne: { filter: { ...idOf(_id), outbox: { $not: other } }, update } };
}

function removal({ _id, entryIds }: Left): mongo.AnyBulkWriteOperation {
  const update: object = { $pull: { outbox: { _id: { $in: entryIds } } } };
  return { updateOne: { filter: idOf(_id), update } };
}

/** The driver's own documents have ObjectIds; ours have strings. */
const idOf = (_id: string) => ({ _id }) as object;
