import { batchedByAgency, isDuplicateKey, schemaOf } from '@intervia/mongo';
import type { FieldsOf } from '@intervia/mongo';
import type { Model } from 'mongoose';
import { Schema } from 'mongoose';
import { MailTaken } from '../../application/ports/mail-taken.js';

/** What every published record carries: whose it is, and LSC's id of it. */
export interface Published {
  agencyId: string;
  id: string;
}

/** What a record carries once rental management has a file of it: what only the file knows, beside the record's fields. */
export interface FileFields<R> {
  file?: Partial<R>;
  /** Absent before the first change of the file. */
  version?: number;
  /** Commands that changed it, the newest last. */
  handled?: string[];
}

export const fileDefinition = {
  file: Schema.Types.Mixed,
  version: Number,
  handled: { type: [String], default: undefined },
};

/** A schema of published records. `id` is LSC's: mongoose's virtual of that name is off. */
export function publishedSchema<D extends Published>(
  collection: string,
  fields: FieldsOf<Omit<D, keyof Published>>,
): Schema<D> {
  const schema = schemaOf<D>({ agencyId: String, id: String, ...fields } as unknown as FieldsOf<D>, {
    collection,
    id: false,
    versionKey: false,
    minimize: false,
  });
  schema.index({ agencyId: 1, id: 1 }, { unique: true });
  return schema;
}

/** Idempotent: the same records again change nothing. Fields that a document does not name stay. */
export async function upsertAll<D extends Published>(
  model: Model<D>,
  documents: readonly D[],
): Promise<void> {
  if (documents.length === 0) return;
  const operations = documents.map((document) => ({
    updateOne: {
      filter: { agencyId: document.agencyId, id: document.id },
      update: { $set: document },
      upsert: true,
    },
  }));
  await model.bulkWrite(operations, { ordered: false });
}

/** @throws MailTaken when the unique index of mails refuses one. */
export async function upsertAccounts<D extends Published>(
  model: Model<D>,
  documents: readonly D[],
): Promise<void> {
  try {
    await upsertAll(model, documents);
  } catch (error) {
    if (isDuplicateKey(error)) throw new MailTaken();
    throw error;
  }
}

export async function knownIds<D extends Published>(
  model: Model<D>,
  agencyId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const found = await model.find({ agencyId, id: { $in: ids } }, { _id: 0, id: 1 }).lean<{ id: string }[]>();
  return new Set(found.map(({ id }) => id));
}

/** Look-ups by LSC's id, together with those that come at the same time. */
export function byId<D extends Published, T>(
  model: () => Model<D>,
  toRecord: (document: D) => T,
): (agencyId: string, id: string) => Promise<T | undefined> {
  return batchedByAgency(async (agencyId, ids) => {
    const found = await model()
      .find({ agencyId, id: { $in: ids } })
      .lean<D[]>();
    return new Map(found.map((document) => [document.id, toRecord(document)]));
  });
}

/** Every word begins one of the record's own. Words hold only [a-z0-9] (domain, `queryWords`). */
export const startingWith = (words: readonly string[]): { $and?: { words: RegExp }[] } =>
  words.length === 0 ? {} : { $and: words.map((word) => ({ words: new RegExp(`^${word}`) })) };

/** A password, chosen by its owner or published. */
export interface PasswordFields {
  passwordHash?: string;
  /** Of the password as published last, once its owner chose another; null or absent: that of `passwordHash`. */
  publishedHash?: string | null;
}

export const passwordDefinition = { passwordHash: String, publishedHash: String };

/** Of a published password; absent when the publication brings none. */
export const publishedPassword = (passwordHash: string | undefined): PasswordFields =>
  passwordHash === undefined ? {} : { passwordHash, publishedHash: null };

export async function publishedHashes<D extends Published & PasswordFields>(
  model: Model<D>,
  agencyId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await model
    .find({ agencyId, id: { $in: ids } }, { id: 1, passwordHash: 1, publishedHash: 1 })
    .lean<(Published & PasswordFields)[]>();
  return new Map(
    found.flatMap(({ id, passwordHash, publishedHash }) => {
      const hash = publishedHash ?? passwordHash;
      return hash ? [[id, hash]] : [];
    }),
  );
}

export async function signInAccount<D extends Published & PasswordFields & { mail: string }>(
  model: Model<D>,
  agencyId: string,
  id: string,
): Promise<{ mail: string; passwordHash?: string } | undefined> {
  const found = await model
    .findOne({ agencyId, id }, { mail: 1, passwordHash: 1 })
    .lean<{ mail: string; passwordHash?: string }>();
  return found ? { mail: found.mail, passwordHash: found.passwordHash } : undefined;
}

/** What was published last is kept beside it, by the first change. */
export async function setPassword<D extends Published & PasswordFields>(
  model: Model<D>,
  agencyId: string,
  id: string,
  passwordHash: string,
): Promise<void> {
  const published = (await publishedHashes(model, agencyId, [id])).get(id) ?? null;
  await model.updateOne({ agencyId, id }, { $set: { passwordHash, publishedHash: published } });
}
