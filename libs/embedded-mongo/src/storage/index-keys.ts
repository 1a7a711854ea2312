import { createHash } from 'node:crypto';
import { MongoError } from '../errors.js';
import { matches } from '../query/match.js';
import { KeyWriter } from '../values/key-writer.js';
import { type Doc, isDoc, own } from '../values/kinds.js';
import { writeComponent } from '../values/order.js';
import type { Path } from '../values/path.js';
import type { Index } from './catalog.js';

/** lmdb allows 1978 bytes, of which the record number takes the last 6. */
const MAX_KEY_BYTES = 1960;
const HASH_BYTES = 20;

/** An empty array has an entry of its own, below null. */
export const EMPTY_ARRAY_RANK = 0x08;
const emptyArray = Symbol('empty array');

interface State {
  readonly value: unknown;
  readonly rest: Path;
}

const missing: State = { value: undefined, rest: [] };

/** Walks into documents up to an array or the end of the path. */
const advance = ({ value, rest }: State): State => {
  let current = value;
  let depth = 0;
  while (depth < rest.length && isDoc(current)) current = own(current, rest[depth++] as string);
  if (depth < rest.length && !Array.isArray(current)) return missing;
  return { value: current, rest: rest.slice(depth) };
};

interface Final {
  readonly value: unknown;
  readonly rest: undefined;
}

const final = (value: unknown): Final => ({ value, rest: undefined });

const enter = (state: State, element: unknown): State | Final => {
  if (state.rest.length === 0) return final(element);
  return isDoc(element) ? { value: element, rest: state.rest } : final(undefined);
};

/**
 * The tuples of an index: fields inside the same array go through its elements together; two
 * different arrays would need their cross product and are refused, as in MongoDB.
 */
const tuples = (states: readonly (State | Final)[]): readonly (readonly unknown[])[] => {
  const advanced = states.map((state) => (state.rest ? advance(state) : state));
  const inArray = advanced.filter((state) => state.rest && Array.isArray(state.value));
  const array = inArray[0]?.value as readonly unknown[] | undefined;
  if (!array) return [advanced.map(({ value }) => value)];
  if (inArray.some(({ value }) => value !== array)) {
    throw new MongoError('CannotIndexParallelArrays', 'cannot index parallel arrays');
  }
  const isInside = (state: State | Final): state is State =>
    state.rest !== undefined && state.value === array;
  if (array.length === 0) {
    const emptied = (state: State): unknown => (state.rest.length === 0 ? emptyArray : undefined);
    return [advanced.map((state) => (isInside(state) ? emptied(state) : state.value))];
  }
  return array.flatMap((element) =>
    tuples(advanced.map((state) => (isInside(state) ? enter(state, element) : state))),
  );
};

const encodeTuple = (index: Index, tuple: readonly unknown[]): Buffer => {
  const writer = KeyWriter.shared();
  writer.uint32(index.id);
  index.fields.forEach(({ direction }, position) => {
    const value = tuple[position];
    if (value !== emptyArray) return writeComponent(writer, value, direction);
    writer.byte(direction === 1 ? EMPTY_ARRAY_RANK : ~EMPTY_ARRAY_RANK & 0xff);
  });
  return writer.take();
};

export const isTooLong = (key: Buffer): boolean => key.length > MAX_KEY_BYTES;

/** Long keys keep their beginning, for ranges, and a hash, for equality. Documents are checked anyway. */
export const shortened = (key: Buffer): Buffer => {
  if (!isTooLong(key)) return key;
  const hash = createHash('sha1').update(key).digest();
  return Buffer.concat([key.subarray(0, MAX_KEY_BYTES - HASH_BYTES), hash]);
};

/** The bound of a range on keys that may have been shortened: their common beginning. */
export const shortenedBound = (key: Buffer): Buffer =>
  isTooLong(key) ? key.subarray(0, MAX_KEY_BYTES - HASH_BYTES) : key;

export interface IndexKey {
  readonly bytes: Buffer;
  readonly values: readonly unknown[];
  readonly isShortened: boolean;
}

const isIndexed = (index: Index, doc: Doc, found: readonly (readonly unknown[])[]): boolean => {
  if (index.partial && !matches(index.partial, doc)) return false;
  return !index.sparse || found.some((tuple) => tuple.some((value) => value !== undefined));
};

const indexKey = (index: Index, values: readonly unknown[]): IndexKey => {
  const full = encodeTuple(index, values);
  const bytes = shortened(full);
  return { bytes, values, isShortened: bytes !== full };
};

const distinct = (keys: readonly IndexKey[]): readonly IndexKey[] => [
  ...new Map(keys.map((key) => [key.bytes.toString('latin1'), key])).values(),
];

export const indexKeys = (index: Index, doc: Doc): readonly IndexKey[] => {
  const found = tuples(index.fields.map(({ parts }) => ({ value: doc, rest: parts })));
  if (!isIndexed(index, doc, found)) return [];
  const keys = found.map((values) => indexKey(index, values));
  return keys.length > 1 ? distinct(keys) : keys;
};
