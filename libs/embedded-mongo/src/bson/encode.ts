import { Long, serialize } from 'bson';
import { MongoError } from '../errors.js';
import type { Doc } from '../values/kinds.js';

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const tooLarge = (size: number): MongoError =>
  new MongoError(
    'BSONObjectTooLarge',
    `BSONObj size: ${size} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
  );

export const encode = (doc: Doc): Buffer => {
  const bytes = serialize(doc, { ignoreUndefined: true });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What exceeds the serializer's work space of 17 MB is cut off in silence.
  if (buffer.readInt32LE(0) !== buffer.length) throw tooLarge(buffer.readInt32LE(0));
  return buffer;
};

export const encodeStored = (doc: Doc): Buffer => {
  const bytes = encode(doc);
  if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLarge(bytes.length);
  return bytes;
};

/** A reply whose documents are already encoded; they are spliced in instead of decoded and encoded. */
export interface RawBatch {
  readonly field: 'firstBatch' | 'nextBatch';
  readonly documents: readonly Buffer[];
  readonly cursorId: bigint;
  readonly ns: string;
}

const frame = (parts: readonly Buffer[]): Buffer => {
  const size = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.allocUnsafe(4);
  head.writeInt32LE(size);
  return Buffer.concat([head, ...parts, Buffer.of(0)], size);
};

const element = (type: number, name: string): Buffer =>
  Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1');

/** The elements of a document without its length and terminator. */
const elementsOf = (doc: Doc): Buffer => encode(doc).subarray(4, -1);

export const encodeBatch = (batch: RawBatch): Buffer => {
  const documents = batch.documents.flatMap((bytes, index) => [element(3, String(index)), bytes]);
  const rest = elementsOf({ id: Long.fromBigInt(batch.cursorId), ns: batch.ns });
  const cursor = frame([element(4, batch.field), frame(documents), rest]);
  return frame([element(3, 'cursor'), cursor, elementsOf({ ok: 1 })]);
};
