import { MongoError, notImplemented } from '../errors.js';
import { parseQuery, type QueryRequest } from '../query/request.js';
import { type Doc, isDoc, isNumeric, newDoc } from '../values/kinds.js';

export interface Stage {
  readonly name: string;
  readonly operand: unknown;
}

export const parseStages = (pipeline: unknown): readonly Stage[] => {
  if (!Array.isArray(pipeline)) throw new MongoError('TypeMismatch', "'pipeline' must be an array");
  return pipeline.map((stage: unknown) => {
    const names = isDoc(stage) ? Object.keys(stage) : [];
    if (!isDoc(stage) || names.length !== 1) {
      throw new MongoError(
        'BadPipeline',
        'A pipeline stage specification object must contain exactly one field.',
      );
    }
    const name = names[0] as string;
    return { name, operand: stage[name] };
  });
};

export const stageCount = ({ name, operand }: Stage): number => {
  const count = isNumeric(operand) ? Number(operand) : NaN;
  const least = name === '$limit' ? 1 : 0;
  if (Number.isInteger(count) && count >= least) return count;
  throw new MongoError(
    'BadPipeline',
    `the ${name === '$limit' ? 'limit must be positive' : `argument to ${name} must not be negative`}`,
  );
};

export const stageDoc = ({ name, operand }: Stage): Doc => {
  if (isDoc(operand)) return operand;
  throw new MongoError('BadPipeline', `the ${name} stage specification must be an object`);
};

export const countName = ({ operand }: Stage): string => {
  if (typeof operand === 'string' && operand !== '' && !/[$.\0]/.test(operand)) return operand;
  throw new MongoError('BadPipeline', 'the count field must be a non-empty string without $ and dots');
};

export interface Split {
  /** What the planner and the indexes take over. */
  readonly request: QueryRequest;
  readonly rest: readonly Stage[];
}

/** `$match…, $sort, $skip, $limit` at the head of a pipeline are a query. */
export const splitPipeline = (stages: readonly Stage[], hint: unknown): Split => {
  const rest = [...stages];
  const take = (name: string): Stage | undefined => (rest[0]?.name === name ? rest.shift() : undefined);
  const filters: Doc[] = [];
  for (let match = take('$match'); match; match = take('$match')) filters.push(stageDoc(match));
  const sort = take('$sort');
  const skip = take('$skip');
  const limit = take('$limit');
  const request = parseQuery({
    filter: filters.length === 0 ? newDoc() : { $and: filters },
    sort: sort && stageDoc(sort),
    skip: skip && stageCount(skip),
    limit: limit && stageCount(limit),
    hint,
  });
  return { request, rest };
};

export interface Counting {
  /** Undefined: the answer has no _id. */
  readonly id: unknown;
  readonly field: string;
}

/** `$count`, or `{$group: {_id: <constant>, n: {$sum: 1}}}`, with which drivers count documents. */
export const countingField = (stages: readonly Stage[]): Counting | undefined => {
  const [stage] = stages;
  if (stages.length !== 1 || !stage) return undefined;
  if (stage.name === '$count') return { id: undefined, field: countName(stage) };
  if (stage.name !== '$group' || !isDoc(stage.operand)) return undefined;
  const { _id: id, ...fields } = stage.operand;
  const [[field, sum] = ['', undefined], ...others] = Object.entries(fields);
  const isOne = isDoc(sum) && Object.keys(sum).length === 1 && sum['$sum'] === 1;
  const isConstant = id === null || isNumeric(id);
  return isOne && isConstant && others.length === 0 ? { id, field } : undefined;
};

/** Stages of a real server: whoever uses one learns that it is missing here, not that it does not exist. */
const refusedStages = new Set([
  ...['$group', '$project', '$unwind', '$addFields', '$set', '$unset', '$replaceRoot', '$replaceWith'],
  ...['$sortByCount', '$bucket', '$bucketAuto', '$facet', '$lookup', '$graphLookup', '$unionWith'],
  ...['$changeStream', '$changeStreamSplitLargeEvent', '$geoNear', '$search', '$searchMeta', '$vectorSearch'],
  ...['$out', '$merge', '$redact', '$sample', '$documents', '$setWindowFields', '$densify', '$fill'],
  ...['$indexStats', '$collStats', '$currentOp', '$planCacheStats', '$listSessions', '$listLocalSessions'],
  '$shardedDataDistribution',
]);

export const unknownStage = (name: string): MongoError =>
  refusedStages.has(name)
    ? notImplemented(`The stage ${name}`)
    : new MongoError('BadPipeline', `Unrecognized pipeline stage name: '${name}'`);
