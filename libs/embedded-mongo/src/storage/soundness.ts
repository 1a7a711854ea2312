import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../bson/decode.js';
import type { Collection } from './catalog.js';
import { wholeRange } from './keys.js';
import type { Store } from './store.js';

/** The data cannot be what was written: said at the start, before anybody relies on it. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';

  constructor(
    readonly dataDir: string,
    readonly why: string,
  ) {
    super(
      `The database in ${dataDir} is damaged (${why}). Restore a backup into that folder, or move it away.`,
    );
  }
}

/** lmdb's file begins with two pages that say where everything is; reading past a bad one ends the process. */
const PAGE_BYTES = 4096;
const MAGIC_AT = 24;
const MAGIC = 0xbeefc0de;

const isMetaPage = (file: number, page: number): boolean => {
  const bytes = Buffer.alloc(PAGE_BYTES);
  const read = readSync(file, bytes, 0, PAGE_BYTES, page * PAGE_BYTES);
  return read === PAGE_BYTES && bytes.readUInt32LE(MAGIC_AT) === MAGIC;
};

/** Before the file is opened. */
export const refuseBadHead = (dataDir: string): void => {
  const path = join(dataDir, 'data.mdb');
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  try {
    if (!isMetaPage(file, 0) || !isMetaPage(file, 1))
      throw new DamagedError(dataDir, 'its first pages are not lmdb’s');
  } finally {
    closeSync(file);
  }
};

/** Before its pages are read: those beyond the end of a file cut short would end the process. */
export const refuseShortFile = (dataDir: string, store: Store): void => {
  const { size } = statSync(join(dataDir, 'data.mdb'));
  const needed = store.bytes();
  if (size < needed) throw new DamagedError(dataDir, `${size} bytes where ${needed} were written`);
};

const CHUNK = 1_000;
/** A large database is read in part: its start must not take minutes. */
const MAX_MS = 2_000;

const isWhole = (value: Buffer): boolean =>
  value.length >= 5 && value.readInt32LE(0) === value.length && value[value.length - 1] === 0;

/** Looks at the frame of every document, and decodes the last ones: a crash would have met those. */
const badRecord = (store: Store, { id, db, name }: Collection, deadline: number): string | undefined => {
  let after: Buffer | undefined;
  for (;;) {
    const entries = store.entries(wholeRange(id), { reverse: true, limit: CHUNK, after });
    if (!entries.every(({ value }) => isWhole(value))) return `a document of ${db}.${name} is broken`;
    if (!after) for (const { value } of entries) decode(value);
    if (entries.length < CHUNK || performance.now() > deadline) return undefined;
    after = entries.at(-1)?.key;
  }
};

export const refuseBrokenRecords = (
  dataDir: string,
  store: Store,
  collections: readonly Collection[],
): void => {
  const deadline = performance.now() + MAX_MS;
  for (const collection of collections) {
    const why = badRecord(store, collection, deadline);
    if (why) throw new DamagedError(dataDir, why);
  }
};

/** Whatever lmdb or the decoder says about bytes that are not theirs. */
export const orDamaged = <T>(dataDir: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedError) throw error;
    throw new DamagedError(dataDir, error instanceof Error ? error.message : String(error));
  }
};
