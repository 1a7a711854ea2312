import type { Model } from 'mongoose';
import { mongo } from 'mongoose';
import { DUPLICATE_KEY } from './duplicate-key.js';

/** What a unique index refused means that the document is known. */
const isDuplicate = ({ code }: mongo.WriteError): boolean => code === DUPLICATE_KEY;

/**
 * Inserts those that are new, by the driver itself: mappers make plain fields, and casting each of them again would be most
 * of the work. Unordered: one that is known or refused keeps no other out.
 * @returns of each whether it was new, or why it was refused.
 */
export async function insertNew<D extends { _id: string }>(
  model: Pick<Model<D>, 'collection'>,
  documents: readonly D[],
  isKnown: (refusal: mongo.WriteError) => boolean = isDuplicate,
): Promise<(boolean | Error)[]> {
  const operations = documents.map((document) => ({ insertOne: { document } }));
  try {
    await model.collection.bulkWrite(operations as unknown as mongo.AnyBulkWriteOperation[], {
      ordered: false,
      ignoreUndefined: true,
    });
    return documents.map(() => true);
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    const refusals = new Map(refusalsOf(error).map((refusal) => [refusal.index, refusal]));
    // None of the single documents is to blame: nothing is known of any.
    if (refusals.size === 0) throw error;
    return documents.map((_, index) => {
      const refusal = refusals.get(index);
      if (!refusal) return true;
      return isKnown(refusal) ? false : error;
    });
  }
}

/** The driver gives a single one bare. */
function refusalsOf({ writeErrors }: mongo.MongoBulkWriteError): mongo.WriteError[] {
  return [writeErrors].flat();
}
