import type { IndexScan, Plan } from '../plan/planner.js';
import { inTurns, isSortedBy, type Search, search } from '../query/search.js';
import { MongoError, notImplemented } from '../errors.js';
import { type Doc, newDoc } from '../values/kinds.js';
import { aggregateRequest } from './aggregate.js';
import { docArg, requiredList } from './args.js';
import type { Call, Command, Engine, Reply } from './command.js';
import { findAndModifyQuery } from './find-and-modify.js';
import { type QueryRequest, searchFor } from '../query/request.js';
import { countRequest, findRequest } from './read.js';
import { deleteRequest, updateRequest } from './write.js';

const indexStage = ({ index, reverse }: IndexScan): Doc => ({
  stage: 'IXSCAN',
  keyPattern: index.key,
  indexName: index.name,
  isMultiKey: index.multikey.size > 0,
  isUnique: index.unique,
  isSparse: index.sparse,
  isPartial: index.partial !== undefined,
  direction: reverse ? 'backward' : 'forward',
});

/** Walks of one index that are merged into the order of the sort. */
const strandsStage = (scan: IndexScan): Doc =>
  scan.strands.length === 1
    ? indexStage(scan)
    : { stage: 'SORT_MERGE', inputStages: scan.strands.map(() => indexStage(scan)) };

const isIdLookup = ({ match, plan }: Search): boolean =>
  match.kind === 'leaf' && match.path === '_id' && match.op === '$eq' && plan.kind === 'ixscan';

const stages: { readonly [K in Plan['kind']]: (plan: Extract<Plan, { kind: K }>) => Doc } = {
  collscan: ({ reverse }) => ({ stage: 'COLLSCAN', direction: reverse ? 'backward' : 'forward' }),
  ixscan: (plan) => ({ stage: 'FETCH', inputStage: strandsStage(plan) }),
  union: ({ scans }) => ({ stage: 'FETCH', inputStage: { stage: 'OR', inputStages: scans.map(indexStage) } }),
};

const accessStage = (request: Search): Doc => {
  if (isIdLookup(request)) return { stage: 'IDHACK' };
  return (stages[request.plan.kind] as (plan: Plan) => Doc)(request.plan);
};

const over = (inputStage: Doc, stage: string, isNeeded: boolean, details: Doc = {}): Doc =>
  isNeeded ? { stage, ...details, inputStage } : inputStage;

const sortPattern = (request: Search): Doc =>
  Object.fromEntries(request.sort.map(({ path, direction }) => [path, direction]));

const winningPlan = (request: Search, outer: string | undefined): Doc => {
  const sorted = over(accessStage(request), 'SORT', !isSortedBy(request.plan, request.sort), {
    sortPattern: sortPattern(request),
  });
  const skipped = over(sorted, 'SKIP', request.skip > 0, { skipAmount: request.skip });
  const limited = over(skipped, 'LIMIT', request.limit !== Infinity, { limitAmount: request.limit });
  return outer === undefined ? limited : over(limited, outer, true);
};

interface Explained {
  readonly request: QueryRequest;
  /** The stage that changes documents, above those that find them. */
  readonly outer?: string;
  /** Stages of a pipeline that come after the query. */
  readonly rest?: readonly { readonly name: string; readonly operand: unknown }[];
}

const explainers: Readonly<Record<string, (body: Doc) => Explained>> = {
  find: (body) => ({ request: findRequest(body) }),
  count: (body) => ({ request: countRequest(body), outer: 'COUNT' }),
  aggregate: (body) => aggregateRequest(body),
  update: (body) => ({
    request: updateRequest(requiredList(body, 'updates')[0] ?? newDoc()).query,
    outer: 'UPDATE',
  }),
  delete: (body) => ({
    request: deleteRequest(requiredList(body, 'deletes')[0] ?? newDoc()),
    outer: 'DELETE',
  }),
  findAndModify: (body) => ({
    request: findAndModifyQuery(body),
    outer: body['remove'] === true ? 'DELETE' : 'UPDATE',
  }),
};

const executionStats = async (engine: Engine, request: Search | undefined, plan: Doc): Promise<Doc> => {
  const start = performance.now();
  let nReturned = 0;
  if (request) for await (const _hit of inTurns(search(engine.database.store, request))) nReturned += 1;
  return {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - start),
    totalKeysExamined: request?.stats.keysExamined ?? 0,
    totalDocsExamined: request?.stats.docsExamined ?? 0,
    executionStages: { nReturned, ...plan },
  };
};

const explain = async ({ engine, db, body }: Call): Promise<Reply> => {
  const explained = docArg(body, 'explain');
  const [name = ''] = Object.keys(explained);
  const explainer = Object.hasOwn(explainers, name) ? explainers[name] : undefined;
  if (!explainer) throw notImplemented(`explain of '${name}'`);
  const collectionName = explained[name];
  if (typeof collectionName !== 'string')
    throw new MongoError('InvalidNamespace', 'collection name must be a string');
  const { request, outer, rest = [] } = explainer(explained);
  const collection = engine.database.find(db, collectionName);
  const found = collection && searchFor(engine.database.store, collection, request);
  const plan = found ? winningPlan(found, outer) : { stage: 'EOF' };
  const queryPlanner = { namespace: `${db}.${collectionName}`, winningPlan: plan, rejectedPlans: [] };
  const stats =
    body['verbosity'] === 'queryPlanner' ? {} : { executionStats: await executionStats(engine, found, plan) };
  const query = { queryPlanner, ...stats };
  if (rest.length === 0) return { explainVersion: '1', ...query, ok: 1 };
  const later = rest.map((stage) => ({ [stage.name]: stage.operand }));
  return { explainVersion: '1', stages: [{ $cursor: query }, ...later], ok: 1 };
};

export const explainCommands: readonly Command[] = [
  { name: 'explain', accepts: ['verbosity'], run: explain },
];
