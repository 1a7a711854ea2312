import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { badValue, MongoError } from '../errors.js';
import { type Doc, newDoc } from '../values/kinds.js';
import { keyOf } from '../values/names.js';

const MAX_DEPTH = 180;
const MAX_DATE_MS = 8.64e15;

const invalid = (why: string): MongoError => new MongoError('InvalidBSON', `Invalid BSON: ${why}`);

/** Reads untrusted bytes: every length is checked against the document that holds it. */
class Reader {
  position: number;

  constructor(
    readonly bytes: Buffer,
    position: number,
    public end: number,
  ) {
    this.position = position;
  }

  take(size: number): number {
    const start = this.position;
    if (size < 0 || start + size > this.end) throw invalid('a value reaches past its document');
    this.position = start + size;
    return start;
  }

  int32(): number {
    return this.bytes.readInt32LE(this.take(4));
  }

  copy(size: number): Buffer {
    const start = this.take(size);
    return Buffer.from(this.bytes.subarray(start, start + size));
  }

  cstring(): string {
    const { bytes, end, position: start } = this;
    let ascii = 0;
    let at = start;
    while (at < end && bytes[at] !== 0) ascii |= bytes[at++] as number;
    if (at >= end) throw invalid('an unterminated name');
    this.position = at + 1;
    return bytes.toString(ascii < 0x80 ? 'latin1' : 'utf8', start, at);
  }

  string(): string {
    const size = this.int32();
    if (size < 1) throw invalid('a string of negative length');
    const start = this.take(size);
    if (this.bytes[start + size - 1] !== 0) throw invalid('an unterminated string');
    return this.bytes.toString('utf8', start, start + size - 1);
  }

  long(): Long {
    const start = this.take(8);
    return Long.fromBits(this.bytes.readInt32LE(start), this.bytes.readInt32LE(start + 4));
  }
}

const readDouble = (reader: Reader): unknown => {
  const value = reader.bytes.readDoubleLE(reader.take(8));
  // An integral double must not come back as an int32.
  return Number.isInteger(value) ? new Double(value) : value;
};

const readBoolean = (reader: Reader): boolean => {
  const byte = reader.bytes[reader.take(1)];
  if (byte !== 0 && byte !== 1) throw invalid('a boolean that is neither 0 nor 1');
  return byte === 1;
};

const readDate = (reader: Reader): Date => {
  const ms = reader.long().toNumber();
  if (Math.abs(ms) > MAX_DATE_MS) throw badValue('Dates outside ±8.64e15 ms are not supported');
  return new Date(ms);
};

const readBinary = (reader: Reader): Binary => {
  const size = reader.int32();
  const subtype = reader.bytes[reader.take(1)] as number;
  if (subtype !== Binary.SUBTYPE_BYTE_ARRAY) return new Binary(reader.copy(size), subtype);
  const inner = reader.int32();
  if (inner !== size - 4) throw invalid('an old binary with two lengths');
  return new Binary(reader.copy(inner), subtype);
};

const readNested = <T>(reader: Reader, read: (size: number) => T): T => {
  const start = reader.position;
  const size = reader.int32();
  if (size < 5 || start + size > reader.end) throw invalid('a document of impossible length');
  const outerEnd = reader.end;
  reader.end = start + size;
  const value = read(size);
  reader.end = outerEnd;
  if (reader.position !== start + size) throw invalid('a document shorter than its length');
  return value;
};

const readDocument = (reader: Reader, depth: number): Doc =>
  readNested(reader, () => {
    const doc = newDoc();
    eachElement(reader, depth, (name, value) => {
      doc[keyOf(name)] = value;
    });
    return doc;
  });

const readArray = (reader: Reader, depth: number): unknown[] =>
  readNested(reader, () => {
    const values: unknown[] = [];
    eachElement(reader, depth, (_name, value) => values.push(value));
    return values;
  });

const readers: Readonly<Record<number, (reader: Reader, depth: number) => unknown>> = {
  0x01: readDouble,
  0x02: (reader) => reader.string(),
  0x03: readDocument,
  0x04: readArray,
  0x05: readBinary,
  0x07: (reader) => new ObjectId(reader.copy(12)),
  0x08: readBoolean,
  0x09: readDate,
  0x0a: () => null,
  0x0b: (reader) => new BSONRegExp(reader.cstring(), reader.cstring()),
  0x0d: (reader) => new Code(reader.string()),
  0x10: (reader) => reader.int32(),
  0x11: (reader) => new Timestamp(reader.long().toUnsigned()),
  0x12: (reader) => reader.long(),
  0x13: (reader) => new Decimal128(reader.copy(16)),
  0x7f: () => new MaxKey(),
  0xff: () => new MinKey(),
};

const eachElement = (reader: Reader, depth: number, visit: (name: string, value: unknown) => void): void => {
  if (depth > MAX_DEPTH) throw new MongoError('Overflow', 'BSON nested too deeply');
  for (;;) {
    const type = reader.bytes[reader.take(1)] as number;
    if (type === 0) return;
    const read = readers[type];
    if (!read) throw invalid(`unsupported element type 0x${type.toString(16)}`);
    const name = reader.cstring();
    // The bson package would take such a document for an instance of one of its classes.
    if (name === '_bsontype') throw badValue("The field name '_bsontype' is not supported");
    visit(name, read(reader, depth + 1));
  }
};

const sized = (reader: Reader): number => reader.bytes.readInt32LE(reader.position);

/** How many bytes a value takes, by its type: those that end in a zero byte are read instead. */
const sizes: Readonly<Record<number, (reader: Reader) => number>> = {
  0x01: () => 8,
  0x02: (reader) => 4 + sized(reader),
  0x03: sized,
  0x04: sized,
  0x05: (reader) => 5 + sized(reader),
  0x07: () => 12,
  0x08: () => 1,
  0x09: () => 8,
  0x0a: () => 0,
  0x0d: (reader) => 4 + sized(reader),
  0x10: () => 4,
  0x11: () => 8,
  0x12: () => 8,
  0x13: () => 16,
  0x7f: () => 0,
  0xff: () => 0,
};

/** Decodes some of the top-level fields of a stored document, and steps over the others. */
export const decodeFields = (bytes: Buffer, fields: ReadonlySet<string>): Doc => {
  const reader = new Reader(bytes, 4, bytes.length);
  const doc = newDoc();
  let missing = fields.size;
  while (missing > 0) {
    const type = bytes[reader.take(1)] as number;
    if (type === 0) break;
    const name = keyOf(reader.cstring());
    const size = fields.has(name) ? undefined : sizes[type];
    if (size) reader.take(size(reader));
    else {
      const value = (readers[type] as (reader: Reader, depth: number) => unknown)(reader, 1);
      if (!fields.has(name)) continue;
      doc[name] = value;
      missing -= 1;
    }
  }
  return doc;
};

/**
 * Decodes without losing the BSON type: int32 → number, integral double → Double, int64 → Long.
 * The document must fill `bytes` exactly.
 */
export const decode = (bytes: Buffer): Doc => {
  const reader = new Reader(bytes, 0, bytes.length);
  const doc = readDocument(reader, 0);
  if (reader.position !== bytes.length) throw invalid('bytes after the document');
  return doc;
};
