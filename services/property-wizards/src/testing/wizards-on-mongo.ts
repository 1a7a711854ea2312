import type { Clock } from '@intervia/clock';
import type { EncodedEvent } from '@intervia/messaging';
import { EventPublisher } from '@intervia/messaging';
import type { OutboxFields } from '@intervia/mongo';
import { OutboxRelay } from '@intervia/mongo';
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { Model, Schema } from 'mongoose';
import { NodeIdentifiers } from '../adapters/crypto/node-identifiers.js';
import { LibraryFormats } from '../adapters/formats/library-formats.js';
import { DRAFT, draftSchema } from '../adapters/mongo/draft.schema.js';
import { INDEX_QUARTER, indexQuarterSchema } from '../adapters/mongo/index-quarter.schema.js';
import { MongoDrafts } from '../adapters/mongo/mongo-drafts.js';
import { MongoIndexTable } from '../adapters/mongo/mongo-index-table.js';
import { MongoRegisterBook } from '../adapters/mongo/mongo-register-book.js';
import { REACHED, RECORD, reachedSchema, recordSchema } from '../adapters/mongo/register.schema.js';
import { DraftsHandler } from '../application/drafts/drafts.handler.js';
import { ReadKnown } from '../application/drafts/read-known.js';
import { SaveStepHandler } from '../application/drafts/save-step.handler.js';
import { FakePropertyFiles } from '../application/ports/property-files.fake.js';
import { FinalSaveHandler } from '../application/save/final-save.handler.js';
import { ResumeSavesHandler } from '../application/save/resume-saves.handler.js';
import { SagaRunner } from '../application/save/saga-runner.js';
import { aCard, anEntity } from './builders.js';

/** Keeps what would go on the stream. */
class HeardEvents extends EventPublisher {
  readonly events: EncodedEvent[] = [];

  override publishEncoded(event: EncodedEvent): Promise<void> {
    this.events.push(event);
    return Promise.resolve();
  }
}

/** The use cases on a real database, beside a directory in memory. */
export async function wizardsOnMongo(uri: string, clock: Clock) {
  const connection = mongoose.createConnection(uri, { dbName: `property_${randomUUID().slice(0, 8)}` });
  const model = <D>(name: string, schema: Schema) => connection.model(name, schema) as unknown as Model<D>;
  const heard = new HeardEvents();
  const relays: OutboxRelay[] = [];
  const relayOf = (name: string) => {
    const relay = new OutboxRelay(() => connection.model<OutboxFields>(name), heard, clock);
    relays.push(relay);
    return relay;
  };
  const stop = async () => {
    await Promise.all(relays.map((relay) => relay.onApplicationShutdown()));
    await connection.close();
  };
  const ids = new NodeIdentifiers();
  const drafts = new MongoDrafts(model(DRAFT, draftSchema), relayOf(DRAFT));
  const book = new MongoRegisterBook(
    model(RECORD, recordSchema),
    model(REACHED, reachedSchema),
    relayOf(RECORD),
    ids,
  );
  const indices = new MongoIndexTable(model(INDEX_QUARTER, indexQuarterSchema), relayOf(INDEX_QUARTER));
  await connection.asPromise();
  await Promise.all(Object.values(connection.models).map((one) => one.init()));
  const files = new FakePropertyFiles();
  files.entityList.push(anEntity());
  files.cardList.push(aCard());
  /** A process of its own over the same database: its register queue and caches are its own. */
  const replica = (
    parts: { drafts?: MongoDrafts; book?: MongoRegisterBook; files?: FakePropertyFiles } = {},
  ) => {
    const own = { drafts, book, files, ...parts };
    const known = new ReadKnown(
      own.files,
      own.book,
      indices,
      new LibraryFormats(),
      { rentControl: false },
      clock,
    );
    const runner = new SagaRunner(own.drafts, own.files, own.book, known, clock);
    return {
      known,
      handler: new DraftsHandler(own.drafts, own.files, known, ids, clock),
      saveStep: new SaveStepHandler(own.drafts, known, clock),
      finalSave: new FinalSaveHandler(own.drafts, known, runner, clock),
      resume: new ResumeSavesHandler(own.drafts, runner, clock),
    };
  };
  const newBook = () =>
    new MongoRegisterBook(
      connection.model(RECORD) as unknown as ConstructorParameters<typeof MongoRegisterBook>[0],
      connection.model(REACHED) as unknown as ConstructorParameters<typeof MongoRegisterBook>[1],
      relayOf(RECORD),
      ids,
    );
  return { stop, connection, heard, files, drafts, book, newBook, indices, ids, replica, ...replica() };
}
