import { encode } from '../bson/encode.js';
import { typeMismatch } from '../errors.js';
import type { Projection } from '../query/projection.js';
import type { Match } from '../query/match.js';
import type { Hit } from '../query/search.js';
import { type Doc, newDoc, own } from '../values/kinds.js';
import { encodeValue } from '../values/order.js';
import { elementsAt, splitPath } from '../values/path.js';
import { collectionArg, docArg, flagArg, optionalCount, optionalDoc, stringArg } from './args.js';
import type { Call, Command, Reply } from './command.js';
import { hitsOf, parseQuery, type QueryRequest } from '../query/request.js';

export const findRequest = (body: Doc): QueryRequest =>
  parseQuery({
    filter: docArg(body, 'filter'),
    sort: optionalDoc(body, 'sort'),
    hint: own(body, 'hint'),
    skip: optionalCount(body, 'skip'),
    limit: optionalCount(body, 'limit'),
    projection: optionalDoc(body, 'projection'),
  });

export const countRequest = (body: Doc): QueryRequest =>
  parseQuery({
    filter: docArg(body, 'query'),
    hint: own(body, 'hint'),
    skip: optionalCount(body, 'skip'),
    limit: optionalCount(body, 'limit'),
  });

const projectedHit = (hit: Hit, { project, roots }: Projection, match: Match): Doc =>
  project(roots ? hit.fields(roots) : hit.doc, match);

async function* projected(
  hits: AsyncIterable<Hit>,
  { match, projection }: QueryRequest,
): AsyncGenerator<Buffer> {
  for await (const hit of hits) yield projection ? encode(projectedHit(hit, projection, match)) : hit.bytes;
}

const find = ({ engine, db, body }: Call): Promise<Reply> => {
  const name = collectionArg(body, 'find');
  const request = findRequest(body);
  return engine.cursors.open({
    ns: `${db}.${name}`,
    documents: projected(hitsOf(engine.database, db, name, request), request),
    batchSize: optionalCount(body, 'batchSize'),
    singleBatch: flagArg(body, 'singleBatch'),
  });
};

const getMore = ({ engine, db, body }: Call): Promise<Reply> =>
  engine.cursors.more(
    cursorId(body['getMore']),
    `${db}.${stringArg(body, 'collection')}`,
    optionalCount(body, 'batchSize'),
  );

const cursorId = (value: unknown): bigint => {
  try {
    return BigInt(String(value));
  } catch {
    throw typeMismatch('A cursor id must be a 64-bit integer');
  }
};

const killCursors = ({ engine, body }: Call): Reply => {
  const ids = Array.isArray(body['cursors']) ? (body['cursors'] as unknown[]) : [];
  const killed = ids.map((id) => engine.cursors.kill(cursorId(id)));
  return {
    cursorsKilled: ids.filter((_, index) => killed[index]),
    cursorsNotFound: ids.filter((_, index) => !killed[index]),
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  };
};

const count = async ({ engine, db, body }: Call): Promise<Reply> => {
  const name = collectionArg(body, 'count');
  const request = countRequest(body);
  let n = 0;
  for await (const _hit of hitsOf(engine.database, db, name, request)) n += 1;
  return { n, ok: 1 };
};

const distinct = async ({ engine, db, body }: Call): Promise<Reply> => {
  const parts = splitPath(stringArg(body, 'key'));
  const request = parseQuery({ filter: docArg(body, 'query'), hint: own(body, 'hint') });
  const values = new Map<string, unknown>();
  for await (const { doc } of hitsOf(engine.database, db, collectionArg(body, 'distinct'), request)) {
    for (const value of elementsAt(doc, parts)) {
      if (value !== undefined) values.set(encodeValue(value).toString('latin1'), value);
    }
  }
  const byOrder = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.assign(newDoc(), { values: byOrder.map(([, value]) => value), ok: 1 });
};

export const readCommands: readonly Command[] = [
  {
    name: 'find',
    accepts: [
      ...['filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch'],
      // Without effect here: cursors are cheap, and nothing is ever spilled to disk.
      ...['noCursorTimeout', 'allowDiskUse', 'allowPartialResults'],
    ],
    run: find,
  },
  { name: 'getMore', accepts: ['collection', 'batchSize'], run: getMore },
  { name: 'killCursors', accepts: ['cursors'], run: killCursors },
  { name: 'count', accepts: ['query', 'limit', 'skip', 'hint', 'fields'], run: count },
  { name: 'distinct', accepts: ['key', 'query', 'hint'], run: distinct },
];
