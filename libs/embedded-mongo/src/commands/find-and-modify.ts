import { failedToParse } from '../errors.js';
import { removeRecord } from '../storage/records.js';
import type { Collection } from '../storage/catalog.js';
import { parseUpdate } from '../update/parse.js';
import { type Doc, own } from '../values/kinds.js';
import { collectionArg, docArg, docList, flagArg, optionalDoc } from './args.js';
import type { Call, Command, Engine, Reply, Steps } from './command.js';
import { parseQuery, type QueryRequest } from '../query/request.js';
import { firstHit } from './hits.js';
import { targetOf, updateHit, upsert } from './write.js';

export const findAndModifyQuery = (body: Doc): QueryRequest =>
  parseQuery({
    filter: docArg(body, 'query'),
    sort: optionalDoc(body, 'sort'),
    hint: own(body, 'hint'),
    limit: 1,
    projection: optionalDoc(body, 'fields'),
  });

const refuseContradictions = (body: Doc): void => {
  const isRemoval = flagArg(body, 'remove');
  if (isRemoval === (own(body, 'update') !== undefined)) {
    throw failedToParse('Either an update or remove=true must be specified, and not both');
  }
  if (isRemoval && flagArg(body, 'upsert')) {
    throw failedToParse('Cannot specify both upsert=true and remove=true');
  }
  if (isRemoval && flagArg(body, 'new')) {
    throw failedToParse(
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  }
};

interface Modified {
  readonly value: Doc | null;
  readonly lastErrorObject: Doc;
}

/** Changes at most one document: what it found it changes in the same step. */
type Modify = (engine: Engine, collection: Collection) => Steps<Modified>;

const removal = (query: QueryRequest): Modify =>
  function* (engine, collection) {
    const hit = yield* firstHit(engine, collection, query);
    if (!hit) return { value: null, lastErrorObject: { n: 0 } };
    removeRecord(engine.database, collection, hit);
    return { value: hit.doc, lastErrorObject: { n: 1 } };
  };

const change = (query: QueryRequest, body: Doc): Modify => {
  const request = { query, update: parseUpdate(own(body, 'update'), docList(body, 'arrayFilters')) };
  const returnsNew = flagArg(body, 'new');
  const isUpsert = flagArg(body, 'upsert');
  return function* (engine, collection) {
    const hit = yield* firstHit(engine, collection, query);
    if (hit) {
      const { after } = updateHit(engine, collection, request, hit);
      return { value: returnsNew ? after : hit.doc, lastErrorObject: { n: 1, updatedExisting: true } };
    }
    if (!isUpsert) return { value: null, lastErrorObject: { n: 0, updatedExisting: false } };
    const inserted = upsert(engine, collection, request);
    const lastErrorObject = { n: 1, updatedExisting: false, upserted: inserted['_id'] };
    return { value: returnsNew ? inserted : null, lastErrorObject };
  };
};

const nothingFound = (body: Doc): Modified => ({
  value: null,
  lastErrorObject: flagArg(body, 'remove') ? { n: 0 } : { n: 0, updatedExisting: false },
});

const findAndModify = async ({ engine, db, body }: Call): Promise<Reply> => {
  const name = collectionArg(body, 'findAndModify' in body ? 'findAndModify' : 'findandmodify');
  refuseContradictions(body);
  const query = findAndModifyQuery(body);
  const modify = flagArg(body, 'remove') ? removal(query) : change(query, body);
  const isUpsert = flagArg(body, 'upsert');
  const steps = (function* (): Steps<Modified> {
    const collection = targetOf(engine, db, name, isUpsert);
    return collection ? yield* modify(engine, collection) : nothingFound(body);
  })();
  const { value, lastErrorObject } = await engine.database.store.writeInSteps(steps);
  const shown = value && query.projection ? query.projection.project(value, query.match) : value;
  return { lastErrorObject, value: shown, ok: 1 };
};

const accepts = [
  ...['query', 'sort', 'hint', 'fields', 'update', 'arrayFilters', 'upsert', 'new', 'remove'],
  'bypassDocumentValidation',
];

export const findAndModifyCommands: readonly Command[] = ['findAndModify', 'findandmodify'].map((name) => ({
  name,
  accepts,
  run: findAndModify,
}));
