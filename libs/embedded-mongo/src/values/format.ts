import type { Binary, BSONRegExp, Code, Double, ObjectId, Timestamp } from 'bson';
import { type Doc, type Kind, kindOf } from './kinds.js';
import { nameOf } from './names.js';

const formatDouble = (value: number | Double): string => {
  const number = Number(value.valueOf());
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
};

const fields = (doc: Doc): string =>
  Object.entries(doc)
    .map(([name, value]) => `${nameOf(name)}: ${formatValue(value)}`)
    .join(', ');

const text = (value: unknown): string => String(value);

const formats: Readonly<Record<Kind, (value: never) => string>> = {
  missing: () => 'null',
  null: () => 'null',
  minKey: () => 'MinKey',
  maxKey: () => 'MaxKey',
  int: text,
  long: text,
  double: formatDouble,
  decimal: (value: unknown) => `NumberDecimal("${text(value)}")`,
  string: (value: string) => `"${value}"`,
  object: (doc: Doc) => (Object.keys(doc).length === 0 ? '{}' : `{ ${fields(doc)} }`),
  array: (values: readonly unknown[]) =>
    values.length === 0 ? '[]' : `[ ${values.map(formatValue).join(', ')} ]`,
  binData: (value: Binary) =>
    `BinData(${value.sub_type}, ${Buffer.from(value.value()).toString('hex').toUpperCase()})`,
  objectId: (value: ObjectId) => `ObjectId('${value.toHexString()}')`,
  bool: text,
  date: (value: Date) => `new Date(${value.getTime()})`,
  timestamp: (value: Timestamp) => `Timestamp(${value.getHighBits()}, ${value.getLowBits()})`,
  regex: (value: BSONRegExp) => `/${value.pattern}/${value.options}`,
  javascript: (value: Code) => value.code,
};

/** As mongod prints values inside its error messages; mongoose parses E11000. */
export const formatValue = (value: unknown): string =>
  (formats[kindOf(value)] as (value: unknown) => string)(value);
