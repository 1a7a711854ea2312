import type { Binary, BSONRegExp, Code, Decimal128, Double, Int32, ObjectId, Timestamp } from 'bson';
import { Long } from 'bson';
import { MongoError } from '../errors.js';
import { type Doc, type Kind, kindOf } from '../values/kinds.js';
import { nameOf } from '../values/names.js';
import { ByteWriter } from './byte-writer.js';

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const tooLarge = (size: number): MongoError =>
  new MongoError(
    'BSONObjectTooLarge',
    `BSONObj size: ${size} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
  );

interface Encoder {
  readonly type: number;
  readonly write: (writer: ByteWriter, value: never) => void;
}

const nothing = (): void => undefined;

const writeDoc = (writer: ByteWriter, doc: Doc): void => {
  const start = writer.reserve(4);
  for (const key of Object.keys(doc)) {
    const value = doc[key];
    if (value !== undefined) writeElement(writer, nameOf(key), value);
  }
  writer.byte(0);
  writer.putLength(start);
};

const writeArray = (writer: ByteWriter, values: readonly unknown[]): void => {
  const start = writer.reserve(4);
  for (let index = 0; index < values.length; index++)
    writeElement(writer, String(index), values[index] ?? null);
  writer.byte(0);
  writer.putLength(start);
};

const writeBinary = (writer: ByteWriter, value: Binary): void => {
  const bytes = value.value();
  // The old subtype repeats the length inside.
  const isOld = value.sub_type === 2;
  writer.int32(bytes.length + (isOld ? 4 : 0));
  writer.byte(value.sub_type);
  if (isOld) writer.int32(bytes.length);
  writer.bytes(bytes);
};

const writeLong = (writer: ByteWriter, value: Long | Timestamp): void => {
  writer.int32(value.low);
  writer.int32(value.high);
};

/** By BSON's number of the type. */
const encoders: Readonly<Record<Kind, Encoder>> = {
  missing: { type: 0x0a, write: nothing },
  null: { type: 0x0a, write: nothing },
  minKey: { type: 0xff, write: nothing },
  maxKey: { type: 0x7f, write: nothing },
  int: { type: 0x10, write: (writer, value: number | Int32) => writer.int32(value.valueOf()) },
  long: { type: 0x12, write: writeLong },
  double: { type: 0x01, write: (writer, value: number | Double) => writer.double(value.valueOf()) },
  decimal: { type: 0x13, write: (writer, value: Decimal128) => writer.bytes(value.bytes) },
  string: { type: 0x02, write: (writer, value: string) => writer.string(value) },
  object: { type: 0x03, write: writeDoc },
  array: { type: 0x04, write: writeArray },
  binData: { type: 0x05, write: writeBinary },
  objectId: { type: 0x07, write: (writer, value: ObjectId) => writer.bytes(value.id) },
  bool: { type: 0x08, write: (writer, value: boolean) => writer.byte(Number(value)) },
  date: {
    type: 0x09,
    write: (writer, value: Date) => writeLong(writer, Long.fromNumber(value.getTime())),
  },
  timestamp: { type: 0x11, write: writeLong },
  regex: {
    type: 0x0b,
    write: (writer, value: BSONRegExp) => {
      writer.cstring(value.pattern);
      writer.cstring(value.options);
    },
  },
  javascript: { type: 0x0d, write: (writer, value: Code) => writer.string(value.code) },
};

const writeElement = (writer: ByteWriter, name: string, value: unknown): void => {
  const { type, write } = encoders[kindOf(value)];
  writer.byte(type);
  writer.cstring(name);
  (write as (writer: ByteWriter, value: unknown) => void)(writer, value);
};

/** The counterpart of `decode`: every value keeps its type, every field its place. */
export const encode = (doc: Doc): Buffer => {
  const writer = ByteWriter.shared();
  writeDoc(writer, doc);
  return writer.take();
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
