import { mongo } from 'mongoose';

/** MongoDB's error code of a unique index. */
export const DUPLICATE_KEY = 11000;

/** A unique index refused the write; of a bulk, at least one of its writes. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}
