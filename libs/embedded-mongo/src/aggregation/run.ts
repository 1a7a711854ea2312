import { MongoError } from '../errors.js';
import { matches } from '../query/match.js';
import { parseFilter } from '../query/parse.js';
import { hitsOf, type QueryRequest } from '../query/request.js';
import { compareSortKeys, parseSort, sortKey } from '../query/sort.js';
import type { Database } from '../storage/database.js';
import { type Doc, newDoc } from '../values/kinds.js';
import { countName, type Stage, stageCount, stageDoc } from './pipeline.js';

type Docs = readonly Doc[];

export interface Source {
  readonly database: Database;
  readonly db: string;
}

const MAX_BYTES = 100 * 1024 * 1024;

/** The input of the stages behind the query is held in memory, hence bounded. */
export const documentsOf = async (
  { database, db }: Source,
  name: string,
  request: QueryRequest,
): Promise<Docs> => {
  const docs: Doc[] = [];
  let size = 0;
  for await (const { doc, bytes } of hitsOf(database, db, name, request)) {
    docs.push(doc);
    size += bytes.length;
    if (size > MAX_BYTES) {
      throw new MongoError(
        'QueryExceededMemoryLimit',
        'The pipeline holds more than 104857600 bytes; add a $match or a $limit',
      );
    }
  }
  return docs;
};

const sorted = (docs: Docs, stage: Stage): Docs => {
  const sort = parseSort(stageDoc(stage));
  return docs
    .map((doc) => ({ doc, key: sortKey(sort, doc) }))
    .sort((a, b) => compareSortKeys(sort, a.key, b.key))
    .map(({ doc }) => doc);
};

const matched = (docs: Docs, stage: Stage): Docs => {
  const match = parseFilter(stageDoc(stage));
  return docs.filter((doc) => matches(match, doc));
};

const counted = (docs: Docs, stage: Stage): Docs => {
  const name = countName(stage);
  return docs.length === 0 ? [] : [Object.assign(newDoc(), { [name]: docs.length })];
};

/** All there is: read models are built so that no page needs more, and a real server has the rest. */
const stages: Readonly<Record<string, (docs: Docs, stage: Stage) => Docs>> = {
  $match: matched,
  $sort: sorted,
  $limit: (docs, stage) => docs.slice(0, stageCount(stage)),
  $skip: (docs, stage) => docs.slice(stageCount(stage)),
  $count: counted,
};

export const isKnownStage = ({ name }: Stage): boolean => Object.hasOwn(stages, name);

export const runStages = (docs: Docs, wanted: readonly Stage[]): Docs =>
  wanted.reduce(
    (kept, stage) => (stages[stage.name] as (docs: Docs, stage: Stage) => Docs)(kept, stage),
    docs,
  );
