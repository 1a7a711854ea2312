import { ObjectId } from 'bson';
import { badValue, MongoError } from '../errors.js';
import { type LeafMatch, type Match, matches, matchPosition } from '../query/match.js';
import { formatValue } from '../values/format.js';
import { type Doc, has, newDoc } from '../values/kinds.js';
import { equalValues } from '../values/order.js';
import { keyOf, pathOf } from '../values/names.js';
import { splitPath } from '../values/path.js';
import { refuseConflicts } from './conflicts.js';
import { type Field, type UpdateOperator, updateOperators } from './operators.js';
import type { Change } from './change.js';
import type { Update } from './parse.js';
import { type Place, placeAt } from './place.js';

interface Target {
  readonly doc: Doc;
  readonly match: Match;
  readonly arrayFilters: ReadonlyMap<string, Match>;
}

const arrayFor = (doc: Doc, prefix: readonly string[]): readonly unknown[] => {
  const value = placeAt(doc, prefix, false)?.value;
  if (Array.isArray(value)) return value;
  const path = pathOf(prefix);
  throw badValue(
    value === undefined
      ? `The path '${path}' must exist in the document in order to apply array updates.`
      : `Cannot apply array updates to non-array element ${path}: ${formatValue(value)}`,
  );
};

const positionalIndex = ({ doc, match }: Target): string => {
  const position = matchPosition(match, doc);
  if (position !== -1) return keyOf(String(position));
  throw badValue('The positional operator did not find the match needed from the query.');
};

const chosenIndexes = (target: Target, prefix: readonly string[], part: string): string[] => {
  if (part === '$') return [positionalIndex(target)];
  const name = part.slice(2, -1);
  const filter = target.arrayFilters.get(name);
  return arrayFor(target.doc, prefix).flatMap((element, index) =>
    !filter || matches(filter, { [name]: element }) ? [keyOf(String(index))] : [],
  );
};

/** `a.$[].b` becomes `a.0.b`, `a.1.b`, … */
const concretePaths = (target: Target, parts: readonly string[]): readonly (readonly string[])[] =>
  parts.reduce<readonly (readonly string[])[]>(
    (paths, part) =>
      paths.flatMap((prefix) =>
        part.startsWith('$')
          ? chosenIndexes(target, prefix, part).map((index) => [...prefix, index])
          : [[...prefix, part]],
      ),
    [[]],
  );

const rename = (doc: Doc, { parts, operand }: Change): void => {
  const source = placeAt(doc, parts, false);
  if (source?.value === undefined) return;
  source.unset();
  placeAt(doc, splitPath(operand as string), true)?.set(source.value);
};

const applyChange = (doc: Doc, change: Change, field: Field): void => {
  if (change.op === '$rename') return rename(doc, change);
  const operator = updateOperators[change.op] as UpdateOperator;
  const apply = operator.apply as (place: Place, operand: unknown, field: Field) => void;
  const place = placeAt(doc, change.parts, operator.creates);
  if (place) apply(place, change.operand, { ...field, path: pathOf(change.parts) });
};

const isPositional = ({ parts }: Change): boolean => parts.some((part) => part.startsWith('$'));

/**
 * Every positional part is resolved against the document as it was found: no change may move what the next one
 * stands for. Two that then mean the same place are refused, as two that were written so.
 */
const concreteChanges = (target: Target, changes: readonly Change[]): readonly Change[] => {
  if (!changes.some(isPositional)) return changes;
  const concrete = changes.flatMap((change) =>
    concretePaths(target, change.parts).map((parts) => ({ ...change, parts, path: pathOf(parts) })),
  );
  refuseConflicts(concrete);
  return concrete;
};

const refuseNewId = (before: Doc, after: Doc, message: string): void => {
  if (has(before, '_id') && !equalValues(before['_id'], after['_id'])) {
    throw new MongoError('ImmutableField', message);
  }
};

const replaced = (doc: Doc, replacement: Doc): Doc => {
  const result = Object.assign(newDoc(), { _id: doc['_id'] }, replacement) as Doc;
  refuseNewId(
    doc,
    result,
    `The _id field cannot be changed from {_id: ${formatValue(doc['_id'])}} to {_id: ${formatValue(result['_id'])}}.`,
  );
  return result;
};

/** The updated document; `doc` itself is freshly decoded by the caller and may be changed in place. */
export const applyUpdate = (
  update: Update,
  doc: Doc,
  context: { readonly match: Match; readonly isInsert: boolean; readonly now: Date },
): Doc => {
  if (update.kind === 'replacement') return replaced(doc, update.doc);
  const target = { doc, match: context.match, arrayFilters: update.arrayFilters };
  const before = Object.assign(newDoc(), has(doc, '_id') ? { _id: doc['_id'] } : {}) as Doc;
  const field = { path: '', id: doc['_id'], isInsert: context.isInsert, now: context.now };
  const wanted = update.changes.filter(({ op }) => op !== '$setOnInsert' || context.isInsert);
  for (const change of concreteChanges(target, wanted)) applyChange(doc, change, field);
  refuseNewId(before, doc, "Performing an update on the path '_id' would modify the immutable field '_id'");
  return doc;
};

const equalities = (match: Match): readonly LeafMatch[] => {
  if (match.kind === 'leaf') return match.op === '$eq' ? [match] : [];
  const isConjunction = match.kind === 'and' || (match.kind === 'or' && match.parts.length === 1);
  return isConjunction ? match.parts.flatMap(equalities) : [];
};

const withIdFirst = (doc: Doc): Doc =>
  Object.assign(newDoc(), { _id: has(doc, '_id') ? doc['_id'] : new ObjectId() }, doc);

/** What an upsert inserts: the equalities of the filter, then the update. */
export const upsertedDocument = (update: Update, match: Match, now: Date): Doc => {
  const base = newDoc();
  for (const { path, parts, value } of equalities(match)) {
    if (update.kind === 'changes' || path === '_id') placeAt(base, parts, true)?.set(value);
  }
  const hadId = has(base, '_id');
  const result = applyUpdate(update, base, { match, isInsert: true, now });
  if (!hadId && result['_id'] === undefined) Reflect.deleteProperty(result, '_id');
  return withIdFirst(result);
};
