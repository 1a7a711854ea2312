import {
  type Counting,
  countingField,
  parseStages,
  type Split,
  splitPipeline,
  unknownStage,
} from '../aggregation/pipeline.js';
import { documentsOf, isKnownStage, runStages } from '../aggregation/run.js';
import { hitsOf } from '../query/request.js';
import { encode } from '../bson/encode.js';
import { failedToParse } from '../errors.js';
import { type Doc, own } from '../values/kinds.js';
import { collectionArg, docArg, flagArg, optionalCount } from './args.js';
import type { Call, Command, Reply } from './command.js';

/** Refuses what it cannot run before it reads anything. */
export const aggregateRequest = (body: Doc): Split => {
  const stages = parseStages(own(body, 'pipeline'));
  const split = splitPipeline(stages, own(body, 'hint'));
  if (countingField(split.rest)) return split;
  const unknown = split.rest.find((stage) => !isKnownStage(stage));
  if (unknown) throw unknownStage(unknown.name);
  return split;
};

async function* counted(
  { engine, db }: Call,
  name: string,
  { request, rest }: Split,
): AsyncGenerator<Buffer> {
  const { id, field } = countingField(rest) as Counting;
  let n = 0;
  for await (const _hit of hitsOf(engine.database, db, name, request)) n += 1;
  if (n > 0) yield encode({ _id: id, [field]: n });
}

async function* results(call: Call, name: string, split: Split): AsyncGenerator<Buffer> {
  const { engine, db } = call;
  const { request, rest } = split;
  if (rest.length === 0) {
    for await (const { bytes } of hitsOf(engine.database, db, name, request)) yield bytes;
  } else if (countingField(rest)) {
    yield* counted(call, name, split);
  } else {
    const docs = await documentsOf({ database: engine.database, db }, name, request);
    for (const doc of runStages(docs, rest)) yield encode(doc);
  }
}

const aggregate = (call: Call): Promise<Reply> => {
  const { engine, db, body } = call;
  const name = collectionArg(body, 'aggregate');
  if (flagArg(body, 'explain')) throw failedToParse('Use the explain command to explain an aggregation');
  const cursor = docArg(body, 'cursor');
  return engine.cursors.open({
    ns: `${db}.${name}`,
    documents: results(call, name, aggregateRequest(body)),
    batchSize: optionalCount(cursor, 'batchSize'),
  });
};

export const aggregateCommands: readonly Command[] = [
  {
    name: 'aggregate',
    accepts: ['pipeline', 'cursor', 'hint', 'allowDiskUse', 'explain', 'bypassDocumentValidation'],
    run: aggregate,
  },
];
