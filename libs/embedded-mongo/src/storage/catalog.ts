import { type Match, rootsOfMatch } from '../query/match.js';
import { parseFilter } from '../query/parse.js';
import { parseSort, type SortPart } from '../query/sort.js';
import type { Doc } from '../values/kinds.js';

/** What createIndexes was given, as it is stored and listed. */
export interface IndexSpec {
  readonly id: number;
  readonly name: string;
  readonly key: Doc;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilterExpression?: Doc;
  readonly expireAfterSeconds?: number;
}

export interface Index extends IndexSpec {
  readonly fields: readonly SortPart[];
  readonly partial: Match | undefined;
  /** The top-level fields that decide a document's entries. */
  readonly roots: ReadonlySet<string>;
  /** Paths on which an array was ever seen: their bounds cannot be combined, nor give an order. */
  readonly multikey: Set<string>;
  /** Whether a key was ever shortened: the order of such keys is lost. */
  hasShortened: boolean;
  /** While it is built, writes keep it up to date, and no plan uses it. */
  isBuilding: boolean;
  /** A cursor that still walks it has lost its place. */
  isDropped: boolean;
}

export interface Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  indexes: readonly Index[];
  nextRecord: number;
  isDropped: boolean;
}

const rootsOf = (fields: readonly SortPart[], partial: Match | undefined): Index['roots'] => {
  const ofPartial = partial ? rootsOfMatch(partial) : [];
  return new Set([...fields.map(({ parts }) => parts[0] as string), ...ofPartial]);
};

export const toIndex = (spec: IndexSpec, multikey: Iterable<string> = [], hasShortened = false): Index => {
  const fields = parseSort(spec.key);
  const partial = spec.partialFilterExpression && parseFilter(spec.partialFilterExpression);
  return {
    ...spec,
    fields,
    partial,
    roots: rootsOf(fields, partial),
    multikey: new Set(multikey),
    hasShortened,
    isBuilding: false,
    isDropped: false,
  };
};

export const namespaceOf = ({ db, name }: Collection): string => `${db}.${name}`;

const specFields = ['id', 'name', 'key', 'unique', 'sparse'] as const;
const optionalFields = ['partialFilterExpression', 'expireAfterSeconds'] as const;

const indexToDoc = (index: Index): Doc => ({
  ...Object.fromEntries(specFields.map((field) => [field, index[field]])),
  ...Object.fromEntries(
    optionalFields.flatMap((field) => (index[field] === undefined ? [] : [[field, index[field]]])),
  ),
  multikey: [...index.multikey],
  hasShortened: index.hasShortened,
});

const indexFromDoc = (doc: Doc): Index =>
  toIndex(
    Object.fromEntries(
      [...specFields, ...optionalFields].map((field) => [field, doc[field]]),
    ) as unknown as IndexSpec,
    doc['multikey'] as string[],
    doc['hasShortened'] as boolean,
  );

export const collectionToDoc = ({ id, db, name, indexes }: Collection): Doc => ({
  id,
  db,
  name,
  // An index that is being built is begun anew after a crash.
  indexes: indexes.filter(({ isBuilding }) => !isBuilding).map(indexToDoc),
});

export const collectionFromDoc = (doc: Doc, nextRecord: number): Collection => ({
  id: doc['id'] as number,
  db: doc['db'] as string,
  name: doc['name'] as string,
  indexes: (doc['indexes'] as Doc[]).map(indexFromDoc),
  nextRecord,
  isDropped: false,
});
