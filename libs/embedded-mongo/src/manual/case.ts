import type mongoose from 'mongoose';

type Document = mongoose.mongo.Document;
export type Items = mongoose.mongo.Collection<Document>;

/**
 * What MongoDB's manual says of its own server, told with data of ours: the collection as it is filled, what is
 * asked, and the answer. Documents without an `_id` in `expected` are compared without theirs.
 */
export interface Case {
  readonly says: string;
  readonly given: readonly Document[];
  readonly ask: (items: Items) => Promise<unknown>;
  readonly expected: unknown;
}

export interface Chapter {
  /** Below https://www.mongodb.com/docs/v7.0/. */
  readonly page: string;
  readonly cases: readonly Case[];
}

/** The `_id`s that a filter finds, in the order of their insertion. */
export const ids =
  (filter: Document, options: mongoose.mongo.FindOptions = {}) =>
  async (items: Items): Promise<unknown> => {
    const found = await items.find(filter, options).toArray();
    return found.map(({ _id }) => _id as unknown);
  };

/** What the first document is after an update of all that the filter finds. */
export const after =
  (update: Document, filter: Document = {}, options: mongoose.mongo.UpdateOptions = {}) =>
  async (items: Items): Promise<unknown> => {
    await items.updateMany(filter, update, options);
    return items.findOne({}, { sort: { _id: 1 } });
  };

/** The code of the error with which it is refused. */
export const refusal =
  (ask: (items: Items) => Promise<unknown>) =>
  (items: Items): Promise<unknown> =>
    ask(items).then(
      () => 'accepted',
      (error: unknown) => (error as { code?: unknown }).code,
    );
