import { Aggregator } from 'mingo/aggregator';
import { badValue, MongoError } from '../errors.js';
import { matches } from '../query/match.js';
import { parseFilter } from '../query/parse.js';
import { hitsOf, type QueryRequest } from '../query/request.js';
import { compareSortKeys, parseSort, sortKey } from '../query/sort.js';
import type { Database } from '../storage/database.js';
import { type Doc, newDoc, own } from '../values/kinds.js';
import { encodeValue } from '../values/order.js';
import { elementsAt, splitPath } from '../values/path.js';
import { calmly, mingoOptions, type PlainDoc, toPlain } from './mingo.js';
import {
  groupOfBucket,
  mingoStages,
  OUTSIDE,
  parseStages,
  splitPipeline,
  type Stage,
  stageCount,
  stageDoc,
  unknownStage,
} from './pipeline.js';

type Docs = readonly Doc[];

export interface Source {
  readonly database: Database;
  readonly db: string;
}

const MAX_BYTES = 100 * 1024 * 1024;

/** The input of a pipeline is held in memory, hence bounded. */
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

const counted = (docs: Docs, { operand }: Stage): Docs => {
  if (typeof operand !== 'string' || operand === '' || /[$.\0]/.test(operand)) {
    throw new MongoError('BadPipeline', 'the count field must be a non-empty string without $ and dots');
  }
  return docs.length === 0 ? [] : [Object.assign(newDoc(), { [operand]: docs.length })];
};

const facets = async (docs: Docs, stage: Stage, source: Source): Promise<Docs> => {
  const result = newDoc();
  for (const [name, pipeline] of Object.entries(stageDoc(stage))) {
    result[name] = await runStages(docs, parseStages(pipeline), source);
  }
  return [result];
};

const lookupFields = ['from', 'localField', 'foreignField', 'as', 'pipeline'];

const lookupArgs = (stage: Stage) => {
  const operand = stageDoc(stage);
  const unknown = Object.keys(operand).find((name) => !lookupFields.includes(name));
  if (unknown !== undefined)
    throw new MongoError('NotImplemented', `$lookup with '${unknown}' is not supported by embedded-mongo`);
  const texts = ['from', 'localField', 'foreignField', 'as'].map((name) => own(operand, name));
  if (texts.some((text) => typeof text !== 'string')) {
    throw badValue('$lookup needs from, localField, foreignField and as');
  }
  const [from, localField, foreignField, as] = texts as [string, string, string, string];
  return { from, localField, foreignField, as, stages: parseStages(own(operand, 'pipeline') ?? []) };
};

/** One indexed query for all documents together. */
const lookedUp = async (docs: Docs, stage: Stage, source: Source): Promise<Docs> => {
  const { from, localField, foreignField, as, stages } = lookupArgs(stage);
  const localValues = (doc: Doc): unknown[] =>
    elementsAt(doc, splitPath(localField)).map((value) => value ?? null);
  const wanted = docs.flatMap(localValues);
  const filter = { $match: { [foreignField]: { $in: wanted } } };
  const foreign = await documentsOf(source, from, splitPipeline(parseStages([filter]), undefined).request);
  const byValue = new Map<string, Doc[]>();
  const keyOf = (value: unknown): string => encodeValue(value).toString('latin1');
  for (const doc of foreign) {
    for (const key of new Set(elementsAt(doc, splitPath(foreignField)).map(keyOf))) {
      byValue.set(key, [...(byValue.get(key) ?? []), doc]);
    }
  }
  return Promise.all(
    docs.map(async (doc) => {
      const found = new Set(localValues(doc).flatMap((value) => byValue.get(keyOf(value)) ?? []));
      return Object.assign(newDoc(), doc, { [as]: await runStages([...found], stages, source) });
    }),
  );
};

const throughMingo = (docs: Docs, { name, operand }: Stage): Docs => {
  if (!mingoStages.has(name)) throw unknownStage(name);
  return calmly(() => {
    const aggregator = new Aggregator([{ [name]: toPlain(operand) }], mingoOptions);
    return aggregator.run<PlainDoc>(docs.map((doc) => toPlain(doc) as PlainDoc));
  });
};

const bucketed = (docs: Docs, stage: Stage): Docs => {
  const buckets = throughMingo(docs, groupOfBucket(stage));
  if (buckets.some(({ _id }) => _id === OUTSIDE)) {
    throw new MongoError(
      'BadPipeline',
      '$bucket could not find a matching bucket, and no default was specified',
    );
  }
  return sorted(buckets, { name: '$sort', operand: { _id: 1 } });
};

type RunStage = (docs: Docs, stage: Stage, source: Source) => Docs | Promise<Docs>;

const ownStages: Readonly<Record<string, RunStage>> = {
  $match: matched,
  $sort: sorted,
  $limit: (docs, stage) => docs.slice(0, stageCount(stage)),
  $skip: (docs, stage) => docs.slice(stageCount(stage)),
  $count: counted,
  $bucket: bucketed,
  $facet: facets,
  $lookup: lookedUp,
};

export const runStages = async (docs: Docs, stages: readonly Stage[], source: Source): Promise<Docs> => {
  let current = docs;
  for (const stage of stages) current = await (ownStages[stage.name] ?? throughMingo)(current, stage, source);
  return current;
};

export const isKnownStage = ({ name }: Stage): boolean => name in ownStages || mingoStages.has(name);
