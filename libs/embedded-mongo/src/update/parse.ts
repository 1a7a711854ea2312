import { badValue, failedToParse, MongoError, notImplemented } from '../errors.js';
import { type Match } from '../query/match.js';
import { parseFilter } from '../query/parse.js';
import { type Doc, isDoc, kindOf } from '../values/kinds.js';
import { formatValue } from '../values/format.js';
import { pathOf } from '../values/names.js';
import { type Path, splitPath } from '../values/path.js';
import type { Change } from './change.js';
import { byPath, refuseConflicts, touchedPaths } from './conflicts.js';
import { updateOperators } from './operators.js';

export type Update =
  | { readonly kind: 'replacement'; readonly doc: Doc }
  | {
      readonly kind: 'changes';
      readonly changes: readonly Change[];
      readonly arrayFilters: ReadonlyMap<string, Match>;
    };

const refused = new Set(['$bit']);
const positional = /^\$(\[\w*\])?$/;

const parsePath = (path: string): Path => {
  const parts = splitPath(path);
  if (parts.includes('')) {
    throw badValue(`The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  const bad = parts.find((part) => part.startsWith('$') && !positional.test(part));
  if (bad !== undefined) {
    throw new MongoError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${bad}' in '${path}' is not allowed in the context of an update`,
    );
  }
  if (positional.test(parts[0] as string)) {
    throw badValue(`Cannot have array filter or positional operator at the start of path '${path}'`);
  }
  return parts;
};

const renameTarget = (path: string, operand: unknown): string => {
  if (typeof operand === 'string' && ![path, operand].some((name) => name.includes('$'))) {
    return operand;
  }
  throw badValue(`The 'to' field for $rename must be a string: ${path}: ${formatValue(operand)}`);
};

const parseOperator = (op: string, fields: unknown): readonly Change[] => {
  if (refused.has(op)) throw notImplemented(op);
  if (op !== '$rename' && !updateOperators[op]) {
    throw failedToParse(
      `Unknown modifier: ${op}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields)) {
    throw failedToParse(
      `Modifiers operate on fields but we found type ${kindOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${op}: ${formatValue(fields)}}`,
    );
  }
  return Object.entries(fields).map(([path, operand]) => {
    if (op === '$rename') parsePath(renameTarget(path, operand));
    const parts = parsePath(path);
    return { op, path: pathOf(parts), parts, operand };
  });
};

/** The top-level fields that an update may touch; undefined: all. */
export const touchedFields = (update: Update): ReadonlySet<string> | undefined =>
  update.kind === 'replacement'
    ? undefined
    : new Set(update.changes.flatMap(touchedPaths).map(([root]) => root as string));

const identifiersIn = (filter: Doc): readonly string[] =>
  Object.entries(filter).flatMap(([name, value]) =>
    name.startsWith('$')
      ? (Array.isArray(value) ? value : []).filter(isDoc).flatMap(identifiersIn)
      : [splitPath(name)[0] as string],
  );

const parseArrayFilters = (
  filters: readonly Doc[],
  changes: readonly Change[],
): ReadonlyMap<string, Match> => {
  const parsed = new Map<string, Match>();
  for (const filter of filters) {
    const names = [...new Set(identifiersIn(filter))];
    const [name] = names;
    if (name === undefined) {
      throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters');
    }
    if (names.length > 1) {
      throw failedToParse(
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${names[0]}' and '${names[1]}'`,
      );
    }
    if (parsed.has(name)) {
      throw failedToParse(`Found multiple array filters with the same top-level field name ${name}`);
    }
    parsed.set(name, parseFilter(filter));
  }
  refuseUnknownFilters(parsed, changes);
  return parsed;
};

const refuseUnknownFilters = (filters: ReadonlyMap<string, Match>, changes: readonly Change[]): void => {
  const used = new Set<string>();
  for (const { path, parts } of changes) {
    for (const name of parts.map((part) => /^\$\[(\w+)\]$/.exec(part)?.[1])) {
      if (name === undefined) continue;
      if (!filters.has(name)) {
        throw badValue(`No array filter found for identifier '${name}' in path '${path}'`);
      }
      used.add(name);
    }
  }
  const unused = [...filters.keys()].find((name) => !used.has(name));
  if (unused !== undefined) {
    throw failedToParse(`The array filter for identifier '${unused}' was not used in the update`);
  }
};

export const parseUpdate = (update: unknown, arrayFilters: readonly Doc[] = []): Update => {
  if (Array.isArray(update)) throw notImplemented('An update with an aggregation pipeline');
  if (!isDoc(update)) throw failedToParse('Update argument must be an object');
  const names = Object.keys(update);
  if (!names[0]?.startsWith('$')) {
    const operator = names.find((name) => name.startsWith('$'));
    if (operator === undefined) return { kind: 'replacement', doc: update };
    throw new MongoError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${operator}' in '${operator}' is not allowed in the context of an update's replacement document`,
    );
  }
  const changes = names.flatMap((op) => parseOperator(op, update[op])).sort(byPath);
  refuseConflicts(changes);
  return { kind: 'changes', changes, arrayFilters: parseArrayFilters(arrayFilters, changes) };
};
