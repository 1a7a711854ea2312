import type { Binary, BSONRegExp, Code, Double, Int32, ObjectId, Timestamp } from 'bson';
import { KeyWriter } from './key-writer.js';
import { type Doc, type Kind, kindOf, rankOf, rankOfKind } from './kinds.js';
import { nameOf } from './names.js';
import { compareReals, writeNumber } from './number-key.js';

/**
 * The one definition of MongoDB's order: values encoded to bytes that compare as the values do,
 * each encoding self-delimiting, so that compound keys are plain concatenations.
 * Index keys, comparisons and equality all come from here, and cannot disagree.
 */
type WriteValue = (writer: KeyWriter, value: never) => void;

const writeDate = (writer: KeyWriter, value: Date): void => writer.int64(BigInt(value.getTime()));

const writeBinary = (writer: KeyWriter, value: Binary): void => {
  writer.uint32(value.length());
  writer.byte(value.sub_type);
  writer.bytes(value.value());
};

const writeObject = (writer: KeyWriter, doc: Doc): void => {
  for (const [name, value] of Object.entries(doc)) {
    writer.byte(rankOf(value));
    writer.text(nameOf(name));
    writeValue(writer, value);
  }
  writer.byte(0);
};

const writeArray = (writer: KeyWriter, values: readonly unknown[]): void => {
  for (const value of values) writeValue(writer, value);
  writer.byte(0);
};

const nothing = (): void => undefined;

const writers: Readonly<Record<Kind, WriteValue>> = {
  missing: nothing,
  null: nothing,
  minKey: nothing,
  maxKey: nothing,
  int: writeNumber,
  long: writeNumber,
  double: writeNumber,
  decimal: writeNumber,
  string: (writer, value: string) => writer.text(value),
  object: writeObject,
  array: writeArray,
  binData: writeBinary,
  objectId: (writer, value: ObjectId) => writer.bytes(value.id),
  bool: (writer, value: boolean) => writer.byte(Number(value)),
  date: writeDate,
  timestamp: (writer, value: Timestamp) => writer.uint64(value.toBigInt()),
  regex: (writer, value: BSONRegExp) => {
    writer.text(value.pattern);
    writer.text(value.options);
  },
  javascript: (writer, value: Code) => writer.text(value.code),
};

const writeValue = (writer: KeyWriter, value: unknown): void => {
  const kind = kindOf(value);
  writer.byte(rankOfKind(kind));
  (writers[kind] as (writer: KeyWriter, value: unknown) => void)(writer, value);
};

export const encodeValue = (value: unknown): Buffer => {
  const writer = KeyWriter.shared();
  writeValue(writer, value);
  return writer.take();
};

/** JavaScript compares UTF-16 code units, MongoDB UTF-8 bytes: they differ above U+FFFF. */
const compareStrings = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      x += x >= 0xe000 ? -0x800 : 0x2000;
      y += y >= 0xe000 ? -0x800 : 0x2000;
    }
    return x - y;
  }
  return a.length - b.length;
};

const asReal = (value: unknown): number | bigint | undefined => {
  const kind = kindOf(value);
  if (kind === 'long') return (value as { toBigInt(): bigint }).toBigInt();
  return kind === 'decimal' ? undefined : (value as number | Double | Int32).valueOf();
};

const compareNumbers = (a: unknown, b: unknown): number | undefined => {
  const x = asReal(a);
  const y = asReal(b);
  return x === undefined || y === undefined ? undefined : compareReals(x, y);
};

/** Fast paths; they agree with the encoding. */
const fastCompare: Partial<Record<number, (a: never, b: never) => number | undefined>> = {
  [rankOfKind('null')]: () => 0,
  [rankOfKind('int')]: compareNumbers,
  [rankOfKind('string')]: compareStrings,
  [rankOfKind('bool')]: (a: boolean, b: boolean) => Number(a) - Number(b),
  [rankOfKind('date')]: (a: Date, b: Date) => a.getTime() - b.getTime(),
  [rankOfKind('objectId')]: (a: ObjectId, b: ObjectId) => Buffer.compare(a.id, b.id),
};

export const compareValues = (a: unknown, b: unknown): number => {
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  if (difference !== 0) return difference;
  const fast = fastCompare[rank]?.(a as never, b as never);
  return fast ?? Buffer.compare(encodeValue(a), encodeValue(b));
};

export const equalValues = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0;

/** One component of an index key; a descending one is inverted. */
export const writeComponent = (writer: KeyWriter, value: unknown, direction: 1 | -1): void => {
  const start = writer.position;
  writeValue(writer, value);
  if (direction === -1) writer.invert(start);
};
