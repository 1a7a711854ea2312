import { badValue } from '../errors.js';
import { type Doc, isDoc, isNumeric } from '../values/kinds.js';
import { compareValues } from '../values/order.js';
import { elementsAt, type Path, splitPath } from '../values/path.js';

export interface SortPart {
  readonly path: string;
  readonly parts: Path;
  readonly direction: 1 | -1;
}

export type Sort = readonly SortPart[];

const direction = (value: unknown): 1 | -1 => {
  if (isDoc(value) && '$meta' in value) throw badValue('$meta sort needs a $text query');
  const number = isNumeric(value) ? Number(value) : NaN;
  if (number === 1 || number === -1) return number;
  throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
};

export const parseSort = (sort: Doc): Sort =>
  Object.entries(sort).map(([path, value]) => ({
    path,
    parts: splitPath(path),
    direction: direction(value),
  }));

/** An array sorts by its lowest element ascending, by its highest descending; an empty one below null. */
const sortValue = (doc: Doc, part: SortPart): unknown => {
  const values = elementsAt(doc, part.parts);
  if (values.length <= 1) return values.length === 0 ? emptyArray : values[0];
  return values.reduce((best, value) => (compareValues(value, best) * part.direction < 0 ? value : best));
};

/** Stands for BSON's undefined, which no document can hold here. */
export const emptyArray: unique symbol = Symbol('empty array');

const compareSortValues = (a: unknown, b: unknown): number => {
  if (a === emptyArray || b === emptyArray) {
    if (a === b) return 0;
    const other = a === emptyArray ? b : a;
    const isAbove = compareValues(other, null) < 0;
    return (a === emptyArray) === isAbove ? 1 : -1;
  }
  return compareValues(a, b);
};

export type SortKey = readonly unknown[];

export const sortKey = (sort: Sort, doc: Doc): SortKey => sort.map((part) => sortValue(doc, part));

export const compareSortKeys = (sort: Sort, a: SortKey, b: SortKey): number => {
  for (let i = 0; i < sort.length; i++) {
    const order = compareSortValues(a[i], b[i]);
    if (order !== 0) return order * (sort[i] as SortPart).direction;
  }
  return 0;
};

export const compareSorted = (sort: Sort, a: Doc, b: Doc): number =>
  compareSortKeys(sort, sortKey(sort, a), sortKey(sort, b));
