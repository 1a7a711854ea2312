import { Decimal128, Double, Long } from 'bson';
import { MongoError, notImplemented } from '../errors.js';
import { isDoc } from '../values/kinds.js';
import { context } from './context.js';

export type PlainDoc = Record<string, unknown>;

/** No `$function`, `$accumulator` or `$where`: nothing a client sends is ever run as code. */
export const mingoOptions = { scriptEnabled: false, context } as const;

const plainNumber = (value: Double | Long): unknown => {
  const number = Number(value.valueOf());
  return value instanceof Long && !Number.isSafeInteger(number) ? value : number;
};

/** mingo computes with JavaScript's numbers only, and expects documents with the usual prototype. */
export const toPlain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Double || value instanceof Long) return plainNumber(value);
  if (value instanceof Decimal128) throw notImplemented('A Decimal128 in an aggregation');
  return isDoc(value) ? toPlainDoc(value) : value;
};

const toPlainDoc = (doc: object): PlainDoc => {
  const plain: PlainDoc = {};
  for (const [key, value] of Object.entries(doc)) {
    if (key === '__proto__') throw notImplemented("The field '__proto__' in an aggregation");
    plain[key] = toPlain(value);
  }
  return plain;
};

/** mingo's own errors say what is wrong with the pipeline; they are the caller's, not ours. */
export const calmly = <T>(compute: () => T): T => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof MongoError) throw error;
    throw new MongoError('BadPipeline', error instanceof Error ? error.message : String(error));
  }
};
