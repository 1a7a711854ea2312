import type { Range } from './store.js';

/** Every key begins with the id of its owner: 0 the catalog, 1 the trash, 2 indexes that are being built, else a collection or an index. */
export const CATALOG = 0;
export const TRASH = 1;
export const BUILDING = 2;
export const FIRST_FREE_ID = 16;

const ID_BYTES = 4;
const RECORD_BYTES = 6;

/** The first key above every key that begins with `prefix`. */
export const prefixEnd = (prefix: Buffer): Buffer => {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length -= 1;
  const end = Buffer.from(prefix.subarray(0, length));
  if (length > 0) end[length - 1] = (end[length - 1] as number) + 1;
  return end;
};

export const idPrefix = (id: number): Buffer => {
  const bytes = Buffer.allocUnsafe(ID_BYTES);
  bytes.writeUInt32BE(id);
  return bytes;
};

export const wholeRange = (id: number): Range => ({ start: idPrefix(id), end: idPrefix(id + 1) });

export const recordKey = (id: number, record: number): Buffer => {
  const bytes = Buffer.allocUnsafe(ID_BYTES + RECORD_BYTES);
  bytes.writeUInt32BE(id);
  bytes.writeUIntBE(record, ID_BYTES, RECORD_BYTES);
  return bytes;
};

/** Record keys and index keys both end in the record number. */
export const recordOf = (key: Buffer): number => key.readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES);

export const withRecord = (indexKey: Buffer, record: number): Buffer => {
  const bytes = Buffer.allocUnsafe(indexKey.length + RECORD_BYTES);
  indexKey.copy(bytes);
  bytes.writeUIntBE(record, indexKey.length, RECORD_BYTES);
  return bytes;
};
