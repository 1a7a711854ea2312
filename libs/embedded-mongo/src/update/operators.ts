import { Timestamp } from 'bson';
import { badValue, MongoError, typeMismatch } from '../errors.js';
import { valueTest } from '../query/parse.js';
import { compareSorted, parseSort } from '../query/sort.js';
import { add, multiply } from '../values/arithmetic.js';
import { formatValue } from '../values/format.js';
import { type Doc, isDoc, isNumeric, kindOf, own } from '../values/kinds.js';
import { compareValues, equalValues } from '../values/order.js';
import type { Place } from './place.js';

export interface Field {
  readonly path: string;
  readonly id: unknown;
  readonly isInsert: boolean;
  readonly now: Date;
}

export interface UpdateOperator {
  readonly apply: (place: Place, operand: never, field: Field) => void;
  /** Whether a missing path is made, or the operator then does nothing. */
  readonly creates: boolean;
}

const lastPart = (path: string): string => path.split('.').at(-1) as string;

const arithmetic =
  (name: string, verb: string, compute: (a: unknown, b: unknown) => unknown, initial: unknown) =>
  (place: Place, operand: unknown, { path, id }: Field): void => {
    if (!isNumeric(operand)) {
      throw typeMismatch(`Cannot ${verb} with non-numeric argument: {${path}: ${formatValue(operand)}}`);
    }
    if (place.value !== undefined && !isNumeric(place.value)) {
      throw typeMismatch(
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${formatValue(id)}} has the field '${lastPart(path)}' of non-numeric type ${kindOf(place.value)}`,
      );
    }
    place.set(compute(place.value ?? initial, operand));
  };

const keepIf =
  (wins: (order: number) => boolean) =>
  (place: Place, operand: unknown): void => {
    if (place.value === undefined || wins(compareValues(operand, place.value))) place.set(operand);
  };

const arrayAt = (place: Place, { path, id }: Field): readonly unknown[] => {
  if (place.value === undefined) return [];
  if (Array.isArray(place.value)) return place.value;
  throw badValue(
    `The field '${path}' must be an array but is of type ${kindOf(place.value)} in document {_id: ${formatValue(id)}}`,
  );
};

const eachOf = (name: string, operand: unknown): readonly unknown[] => {
  if (!isDoc(operand) || !('$each' in operand)) return [operand];
  const each = operand['$each'];
  if (Array.isArray(each)) return each;
  throw typeMismatch(`The argument to $each in ${name} must be an array but it was of type: ${kindOf(each)}`);
};

const integerOption = (options: Doc, name: string): number | undefined => {
  const value = own(options, name);
  if (value === undefined) return undefined;
  if (isNumeric(value) && Number.isInteger(Number(value))) return Number(value);
  throw badValue(`The value for ${name} must be an integer value`);
};

const inserted = (
  values: readonly unknown[],
  added: readonly unknown[],
  position: number | undefined,
): readonly unknown[] =>
  position === undefined
    ? [...values, ...added]
    : [...values.slice(0, position), ...added, ...values.slice(position)];

const sorted = (values: readonly unknown[], order: unknown): readonly unknown[] => {
  if (order === undefined) return values;
  if (isDoc(order)) {
    const sort = parseSort(order);
    return [...values].sort((a, b) => compareSorted(sort, isDoc(a) ? a : {}, isDoc(b) ? b : {}));
  }
  const direction = isNumeric(order) ? Number(order) : NaN;
  if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be 1 or -1');
  return [...values].sort((a, b) => direction * compareValues(a, b));
};

const sliced = (values: readonly unknown[], size: number | undefined): readonly unknown[] => {
  if (size === undefined) return values;
  return size < 0 ? values.slice(size) : values.slice(0, size);
};

const pushModifiers = new Set(['$each', '$position', '$sort', '$slice']);

const push = (place: Place, operand: unknown, field: Field): void => {
  const added = eachOf('$push', operand);
  const options = isDoc(operand) && '$each' in operand ? operand : {};
  const unknown = Object.keys(options).find((name) => !pushModifiers.has(name));
  if (unknown !== undefined) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  const grown = inserted(arrayAt(place, field), added, integerOption(options, '$position'));
  place.set(sliced(sorted(grown, own(options, '$sort')), integerOption(options, '$slice')));
};

const addToSet = (place: Place, operand: unknown, field: Field): void => {
  const values = [...arrayAt(place, field)];
  for (const value of eachOf('$addToSet', operand)) {
    if (!values.some((known) => equalValues(known, value))) values.push(value);
  }
  place.set(values);
};

const pop = (place: Place, operand: unknown, field: Field): void => {
  const end = isNumeric(operand) ? Number(operand) : NaN;
  if (end !== 1 && end !== -1) {
    throw new MongoError('FailedToParse', `$pop expects 1 or -1, found: ${formatValue(operand)}`);
  }
  if (place.value === undefined) return;
  const values = arrayAtTypeChecked(place, field);
  place.set(end === 1 ? values.slice(0, -1) : values.slice(1));
};

/** $pop alone answers TypeMismatch for what is not an array. */
const arrayAtTypeChecked = (place: Place, { path }: Field): readonly unknown[] => {
  if (Array.isArray(place.value)) return place.value;
  throw typeMismatch(`Path '${path}' contains an element of non-array type '${kindOf(place.value)}'`);
};

const removeIf = (place: Place, removes: (value: unknown) => boolean): void => {
  if (place.value === undefined) return;
  if (!Array.isArray(place.value)) throw badValue('Cannot apply $pull to a non-array value');
  place.set(place.value.filter((value) => !removes(value)));
};

const pull = (place: Place, operand: unknown): void => removeIf(place, valueTest(operand));

const pullAll = (place: Place, operand: unknown): void => {
  if (!Array.isArray(operand)) throw badValue('$pullAll requires an array argument');
  removeIf(place, (value) => operand.some((unwanted) => equalValues(value, unwanted)));
};

const currentDate = (place: Place, operand: unknown, { now }: Field): void => {
  const type = isDoc(operand) ? operand['$type'] : 'date';
  const isValid = operand === true || operand === false || isDoc(operand);
  if (!isValid || (type !== 'date' && type !== 'timestamp')) {
    throw badValue("$currentDate takes true, {$type: 'date'} or {$type: 'timestamp'}");
  }
  const seconds = Math.floor(now.getTime() / 1000);
  place.set(type === 'date' ? now : new Timestamp({ t: seconds, i: 1 }));
};

const assign = (place: Place, operand: unknown): void => place.set(operand);

export const updateOperators: Readonly<Record<string, UpdateOperator>> = {
  $set: { apply: assign, creates: true },
  $setOnInsert: {
    apply: (place, operand, field) => field.isInsert && place.set(operand),
    creates: true,
  },
  $unset: { apply: (place) => place.unset(), creates: false },
  $inc: { apply: arithmetic('$inc', 'increment', add, 0), creates: true },
  $mul: { apply: arithmetic('$mul', 'multiply', multiply, 0), creates: true },
  $min: { apply: keepIf((order) => order < 0), creates: true },
  $max: { apply: keepIf((order) => order > 0), creates: true },
  $push: { apply: push, creates: true },
  $addToSet: { apply: addToSet, creates: true },
  $pop: { apply: pop, creates: false },
  $pull: { apply: pull, creates: false },
  $pullAll: { apply: pullAll, creates: false },
  $currentDate: { apply: currentDate, creates: true },
};
