import { badValue, MongoError } from '../errors.js';
import { type Doc, has, isDoc, newDoc } from '../values/kinds.js';
import { arrayIndexOf, nameOf } from '../values/names.js';
import { formatValue } from '../values/format.js';

/** Where a value lives: read it, replace it, or remove it. */
export interface Place {
  readonly value: unknown;
  set(value: unknown): void;
  unset(): void;
}

type Container = Doc | unknown[];

const MAX_ARRAY_PADDING = 1_500_000;

const inDoc = (doc: Doc, key: string): Place => ({
  value: has(doc, key) ? doc[key] : undefined,
  set: (value) => {
    doc[key] = value;
  },
  unset: () => {
    Reflect.deleteProperty(doc, key);
  },
});

const inArray = (values: unknown[], index: number): Place => ({
  value: values[index],
  set: (value) => {
    if (index - values.length > MAX_ARRAY_PADDING) throw badValue('can only grow arrays so far');
    while (values.length < index) values.push(null);
    values[index] = value;
  },
  // $unset leaves a hole of null, since the other elements keep their index.
  unset: () => {
    if (index < values.length) values[index] = null;
  },
});

const notViable = (part: string, name: string, value: unknown): MongoError =>
  new MongoError(
    'PathNotViable',
    `Cannot create field '${nameOf(part)}' in element {${nameOf(name)}: ${formatValue(value)}}`,
  );

const placeIn = (container: unknown, part: string, name: string): Place => {
  if (Array.isArray(container)) {
    const index = arrayIndexOf(part);
    if (index !== undefined) return inArray(container, index);
    throw notViable(part, name, container);
  }
  if (!isDoc(container)) throw notViable(part, name, container);
  return inDoc(container, part);
};

/** The place a concrete path means; undefined when the way does not exist and must not be made. */
export const placeAt = (root: Doc, path: readonly string[], create: boolean): Place | undefined => {
  let container: Container = root;
  let name = '';
  for (const part of path.slice(0, -1)) {
    const isContainer = Array.isArray(container) || isDoc(container);
    if (!create && (!isContainer || (Array.isArray(container) && arrayIndexOf(part) === undefined))) return;
    const place = placeIn(container, part, name);
    if (place.value === undefined) {
      if (!create) return undefined;
      place.set(newDoc());
      container = placeIn(container, part, name).value as Container;
    } else {
      container = place.value as Container;
    }
    name = part;
  }
  const last = path.at(-1) as string;
  if (create) return placeIn(container, last, name);
  const reachable = Array.isArray(container) ? arrayIndexOf(last) !== undefined : isDoc(container);
  return reachable ? placeIn(container, last, name) : undefined;
};
