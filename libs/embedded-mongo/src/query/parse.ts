import { BSONRegExp } from 'bson';
import { badValue, notImplemented } from '../errors.js';
import { type Doc, isDoc, kindOf } from '../values/kinds.js';
import { keyOf } from '../values/names.js';
import { splitPath } from '../values/path.js';
import { type LeafMatch, type Match, matches } from './match.js';
import { matchesRegex, operators } from './operators.js';

const and = (parts: readonly Match[]): Match =>
  parts.length === 1 ? (parts[0] as Match) : { kind: 'and', parts };

const not = (part: Match): Match => ({ kind: 'not', part });

const leaf = (
  path: string,
  op: string,
  value: unknown,
  test: (value: unknown) => boolean,
  expands: boolean,
): LeafMatch => ({ kind: 'leaf', path, parts: splitPath(path), op, value, test, expands });

const plainLeaf = (path: string, op: string, value: unknown): Match => {
  const operator = operators[op];
  if (!operator) throw badValue(`unknown operator: ${op}`);
  return leaf(path, op, value, operator.compile(value), operator.expands);
};

const equality = (path: string, value: unknown): Match =>
  kindOf(value) === 'regex'
    ? leaf(path, '$regex', value, matchesRegex(value as BSONRegExp), true)
    : plainLeaf(path, '$eq', value);

const regexLeaf = (path: string, operand: unknown, siblings: Doc): Match => {
  const options = siblings['$options'];
  if (options !== undefined && typeof options !== 'string') {
    throw badValue('$options has to be a string');
  }
  const given = operand instanceof BSONRegExp ? operand : undefined;
  if (!given && typeof operand !== 'string') throw badValue('$regex has to be a string');
  const pattern = new BSONRegExp(given?.pattern ?? (operand as string), options ?? given?.options ?? '');
  return leaf(path, '$regex', pattern, matchesRegex(pattern), true);
};

const isOperatorDoc = (value: unknown): value is Doc =>
  isDoc(value) && Object.keys(value)[0]?.startsWith('$') === true && !isReference(value);

/** `{$ref, $id}` is a value. */
const isReference = (value: Doc): boolean => '$ref' in value || '$id' in value;

const logical = new Set(['$and', '$or', '$nor', '$where', '$text', '$expr', '$comment']);

interface ElementTest {
  readonly test: (value: unknown) => boolean;
  readonly inner?: Match;
}

/** An array as `$elemMatch` sees one inside another: a document of its positions. */
const numbered = (values: readonly unknown[]): Doc =>
  Object.fromEntries(values.map((value, index) => [keyOf(String(index)), value]));

const elementTest = (operand: Doc): ElementTest => {
  if (isOperatorDoc(operand) && !logical.has(Object.keys(operand)[0] as string)) {
    const match = parseField('v', operand);
    return { test: (value) => matches(match, { v: value }) };
  }
  const inner = parseFilter(operand);
  return {
    inner,
    test: (value) =>
      isDoc(value) ? matches(inner, value) : Array.isArray(value) && matches(inner, numbered(value)),
  };
};

export const elementMatcher = (operand: Doc): ((value: unknown) => boolean) => elementTest(operand).test;

/** Whether a value is what `$pull` describes: a condition, a filter for sub-documents, or itself. */
export const valueTest = (operand: unknown): ((value: unknown) => boolean) => {
  if (isDoc(operand)) return elementTest(operand).test;
  const match = equality('v', operand);
  return (value) => matches(match, { v: value });
};

const elemMatch = (path: string, operand: unknown): LeafMatch => {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object');
  const { test, inner } = elementTest(operand);
  const matchesArray = (value: unknown): boolean => Array.isArray(value) && value.some(test);
  return { ...leaf(path, '$elemMatch', operand, matchesArray, false), inner };
};

const all = (path: string, operand: unknown): Match => {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return { kind: 'or', parts: [] };
  return and(
    operand.map((value: unknown) =>
      isDoc(value) && '$elemMatch' in value ? elemMatch(path, value['$elemMatch']) : equality(path, value),
    ),
  );
};

const negation = (path: string, operand: unknown): Match => {
  if (kindOf(operand) === 'regex') return not(equality(path, operand));
  if (!isOperatorDoc(operand)) throw badValue('$not needs a regex or a document');
  return not(parseField(path, operand));
};

const truthy = (value: unknown): boolean => Boolean(isDoc(value) ? true : value?.valueOf());

type FieldOperator = (path: string, operand: unknown, siblings: Doc) => Match;

const fieldOperators: Readonly<Record<string, FieldOperator>> = {
  $ne: (path, operand) => not(plainLeaf(path, '$eq', operand)),
  $nin: (path, operand) => not(plainLeaf(path, '$in', operand)),
  $not: negation,
  $all: all,
  $elemMatch: elemMatch,
  $regex: regexLeaf,
  $exists: (path, operand) => {
    const present = plainLeaf(path, '$exists', true);
    return truthy(operand) ? present : not(present);
  },
  $options: (_path, _operand, siblings) => {
    if (!('$regex' in siblings)) throw badValue('$options needs a $regex');
    return { kind: 'and', parts: [] };
  },
};

const refusedOperators = new Set([
  ...['$geoWithin', '$geoIntersects', '$near', '$nearSphere', '$within', '$geoNear'],
  ...['$bitsAllSet', '$bitsAllClear', '$bitsAnySet', '$bitsAnyClear'],
  ...['$text', '$where', '$jsonSchema', '$search', '$expr', '$sampleRate', '$alwaysTrue', '$alwaysFalse'],
]);

const parseField = (path: string, condition: unknown): Match => {
  if (!isOperatorDoc(condition)) return equality(path, condition);
  const parts = Object.entries(condition).map(([op, operand]) => {
    if (refusedOperators.has(op)) throw notImplemented(op);
    return fieldOperators[op]?.(path, operand, condition) ?? plainLeaf(path, op, operand);
  });
  return and(parts.filter((part) => part.kind !== 'and' || part.parts.length > 0));
};

const branches = (name: string, operand: unknown): readonly Match[] => {
  if (!Array.isArray(operand)) throw badValue(`${name} must be an array`);
  if (operand.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return operand.map((branch: unknown) => {
    if (!isDoc(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
    return parseFilter(branch);
  });
};

const topOperators: Readonly<Record<string, (operand: unknown) => Match>> = {
  $and: (operand) => and(branches('$and', operand)),
  $or: (operand) => ({ kind: 'or', parts: branches('$or', operand) }),
  $nor: (operand) => ({ kind: 'nor', parts: branches('$nor', operand) }),
  $comment: () => ({ kind: 'and', parts: [] }),
};

const parseTop = (name: string, operand: unknown): Match => {
  if (refusedOperators.has(name)) throw notImplemented(name);
  const parse = topOperators[name];
  if (!parse) throw badValue(`unknown top level operator: ${name}`);
  return parse(operand);
};

export const parseFilter = (filter: Doc): Match => {
  const parts = Object.entries(filter).map(([name, condition]) =>
    name.startsWith('$') ? parseTop(name, condition) : parseField(name, condition),
  );
  // Nested conjunctions are flattened, so that the planner sees every condition of a path.
  return and(parts.flatMap((part) => (part.kind === 'and' ? part.parts : [part])));
};
