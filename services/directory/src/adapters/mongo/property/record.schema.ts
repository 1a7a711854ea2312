import { schemaOf } from '@intervia/mongo';
import type { FieldsOf } from '@intervia/mongo';
import { Schema } from 'mongoose';

/** A file: the record whole, beside the keys by which it is found. What an older record lacks, the reader fills in. */
export interface RecordDocument<R> {
  /** Agency, slash, id. */
  _id: string;
  agencyId: string;
  id: string;
  version: number;
  record: Partial<R>;
  /** Commands that changed it, the newest last. */
  handled: string[];
}

export const documentId = (agencyId: string, id: string): string => `${agencyId}/${id}`;

export function recordSchema<D extends RecordDocument<unknown>>(
  collection: string,
  keys: FieldsOf<Omit<D, keyof RecordDocument<unknown>>>,
): Schema<D> {
  const schema = schemaOf<D>(
    {
      _id: String,
      agencyId: String,
      id: String,
      version: Number,
      record: Schema.Types.Mixed,
      handled: [String],
      ...keys,
    } as unknown as FieldsOf<D>,
    { collection, id: false, versionKey: false, minimize: false },
  );
  schema.index({ agencyId: 1, id: 1 }, { unique: true });
  return schema;
}

/** How many commands a document remembers. */
export const MOST_HANDLED = 30;

/** Without the fields that are undefined, which the driver would store as null. */
export const plainOf = <T extends object>(record: T): T => JSON.parse(JSON.stringify(record)) as T;
