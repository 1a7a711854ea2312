import { ObjectId } from 'bson';
import { asMongoError, badValue, failedToParse, MongoError } from '../errors.js';
import type { Hit } from '../query/search.js';
import { changeRecord, insertRecord, removeRecord } from '../storage/records.js';
import type { Collection } from '../storage/catalog.js';
import { applyUpdate, upsertedDocument } from '../update/apply.js';
import { parseUpdate, touchedFields, type Update } from '../update/parse.js';
import { type Doc, isNumeric, kindOf, newDoc, own } from '../values/kinds.js';
import { checkStatement, collectionArg, docArg, docList, flagArg, requiredList } from './args.js';
import type { Call, Command, Engine, Reply, Steps } from './command.js';
import { parseQuery, type QueryRequest } from '../query/request.js';
import { hitsFor } from './hits.js';

const MAX_STATEMENTS = 100_000;

const forbiddenIds = new Set(['array', 'regex']);

const withId = (doc: Doc): Doc => {
  const id = own(doc, '_id');
  if (forbiddenIds.has(kindOf(id))) throw badValue(`The '_id' value cannot be of type ${kindOf(id)}`);
  if (Object.keys(doc)[0] === '_id') return doc;
  return Object.assign(newDoc(), { _id: id ?? new ObjectId() }, doc);
};

export const writeErrorDoc = (index: number, error: unknown): Doc => {
  const { code, message, details } = asMongoError(error);
  return { index, code, errmsg: message, ...details };
};

type RunStatement = (statement: Doc, index: number) => Steps<void>;

/** Statements one after the other; an ordered batch ends at the first error. */
function* inOrder(statements: readonly Doc[], isOrdered: boolean, run: RunStatement): Steps<readonly Doc[]> {
  const errors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      yield* run(statement, index);
    } catch (error) {
      errors.push(writeErrorDoc(index, error));
      if (isOrdered) break;
    }
    yield;
  }
  return errors;
}

const runStatements = async (
  { engine, body }: Call,
  statements: readonly Doc[],
  run: RunStatement,
): Promise<readonly Doc[]> => {
  if (statements.length === 0 || statements.length > MAX_STATEMENTS) {
    throw badValue(
      `Write batch sizes must be between 1 and ${MAX_STATEMENTS}. Got ${statements.length} operations.`,
    );
  }
  return engine.database.store.writeInSteps(inOrder(statements, flagArg(body, 'ordered', true), run));
};

const withErrors = (reply: Doc, writeErrors: readonly Doc[]): Doc => ({
  ...reply,
  ...(writeErrors.length > 0 ? { writeErrors } : {}),
  ok: 1,
});

const insert = async (call: Call): Promise<Reply> => {
  const { engine, db, body } = call;
  const name = collectionArg(body, 'insert');
  let n = 0;

  const errors = await runStatements(call, requiredList(body, 'documents'), function* (doc) {
    insertRecord(engine.database, engine.database.ensure(db, name), withId(doc));
    n += 1;
  });
  return withErrors({ n }, errors);
};

export interface UpdateRequest {
  readonly query: QueryRequest;
  readonly update: Update;
}

export interface Updated {
  readonly before: Doc | undefined;
  readonly after: Doc;
  readonly isChanged: boolean;
}

/** Inside a write job. */
export const updateHit = (
  engine: Engine,
  collection: Collection,
  { query, update }: UpdateRequest,
  hit: Hit,
): Updated => {
  const context = { match: query.match, isInsert: false, now: new Date(engine.now()) };
  const { doc, isChanged } = changeRecord(engine.database, collection, hit.record, {
    change: (original) => applyUpdate(update, original, context),
    touches: touchedFields(update),
  });
  return { before: hit.doc, after: doc, isChanged };
};

/** Inside a write job. */
export const upsert = (engine: Engine, collection: Collection, { query, update }: UpdateRequest): Doc => {
  const doc = withId(upsertedDocument(update, query.match, new Date(engine.now())));
  insertRecord(engine.database, collection, doc);
  return doc;
};

const updateFields = ['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint'];

export const updateRequest = (statement: Doc): UpdateRequest => {
  checkStatement('an update statement', updateFields, statement);
  const isMulti = flagArg(statement, 'multi');
  const update = parseUpdate(own(statement, 'u'), docList(statement, 'arrayFilters'));
  if (isMulti && update.kind === 'replacement') {
    throw failedToParse('multi update is not supported for replacement-style update');
  }
  const query = parseQuery({
    filter: docArg(statement, 'q'),
    hint: own(statement, 'hint'),
    limit: isMulti ? 0 : 1,
  });
  return { query, update };
};

interface UpdateCounts {
  n: number;
  nModified: number;
  readonly upserted: Doc[];
}

/** Only an upsert makes the collection. */
export const targetOf = (
  engine: Engine,
  db: string,
  name: string,
  isUpsert: boolean,
): Collection | undefined => (isUpsert ? engine.database.ensure(db, name) : engine.database.find(db, name));

function* updateOne(
  { engine, db }: Call,
  name: string,
  statement: Doc,
  index: number,
  counts: UpdateCounts,
): Steps<void> {
  const request = updateRequest(statement);
  const isUpsert = flagArg(statement, 'upsert');
  const collection = targetOf(engine, db, name, isUpsert);
  if (!collection) return;
  const before = counts.n;
  for (const hit of hitsFor(engine, collection, request.query)) {
    if (!hit) {
      yield;
      continue;
    }
    const { isChanged } = updateHit(engine, collection, request, hit);
    counts.n += 1;
    counts.nModified += Number(isChanged);
  }
  if (counts.n > before || !isUpsert) return;
  const { _id } = upsert(engine, collection, request);
  counts.upserted.push({ index, _id });
  counts.n += 1;
}

const update = async (call: Call): Promise<Reply> => {
  const { body } = call;
  const name = collectionArg(body, 'update');
  const counts: UpdateCounts = { n: 0, nModified: 0, upserted: [] };
  const errors = await runStatements(call, requiredList(body, 'updates'), (statement, index) =>
    updateOne(call, name, statement, index, counts),
  );
  const { n, nModified, upserted } = counts;
  return withErrors({ n, ...(upserted.length > 0 ? { upserted } : {}), nModified }, errors);
};

const deleteLimit = (statement: Doc): number => {
  const limit = own(statement, 'limit');
  const number = isNumeric(limit) ? Number(limit) : NaN;
  if (number === 0 || number === 1) return number;
  throw new MongoError('FailedToParse', 'The limit field in delete objects must be 0 or 1');
};

export const deleteRequest = (statement: Doc): QueryRequest => {
  checkStatement('a delete statement', ['q', 'limit', 'hint'], statement);
  return parseQuery({
    filter: docArg(statement, 'q'),
    hint: own(statement, 'hint'),
    limit: deleteLimit(statement),
  });
};

const remove = async (call: Call): Promise<Reply> => {
  const { engine, db, body } = call;
  const name = collectionArg(body, 'delete');
  let n = 0;
  const errors = await runStatements(call, requiredList(body, 'deletes'), function* (statement) {
    const request = deleteRequest(statement);
    const collection = engine.database.find(db, name);
    if (!collection) return;
    for (const hit of hitsFor(engine, collection, request)) {
      if (!hit) {
        yield;
        continue;
      }
      removeRecord(engine.database, collection, hit);
      n += 1;
    }
  });
  return withErrors({ n }, errors);
};

const batchOptions = ['ordered', 'bypassDocumentValidation'];

export const writeCommands: readonly Command[] = [
  { name: 'insert', accepts: ['documents', ...batchOptions], run: insert },
  { name: 'update', accepts: ['updates', ...batchOptions], run: update },
  { name: 'delete', accepts: ['deletes', ...batchOptions], run: remove },
];
