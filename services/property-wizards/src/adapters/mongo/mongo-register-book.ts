import { OutboxRelay, isDuplicateKey, outboxFields } from '@intervia/mongo';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model, mongo } from 'mongoose';
import { Identifiers } from '../../application/ports/identifiers.js';
import { RegisterBook } from '../../application/ports/register-book.js';
import type { EntryPage, RegisterId } from '../../application/ports/register-book.js';
import { EMPTY_HEAD, append } from '../../domain/register/record.js';
import type { Addition, Annotation, Entry, Head, RegisterRecord } from '../../domain/register/record.js';
import { registerEvent } from '../nats/register-events.js';
import { REACHED, RECORD } from './register.schema.js';
import type { ReachedDocument, RecordDocument } from './register.schema.js';
import { REGISTER_RELAY } from './relays.js';

/** Records written together: they wait in a queue while one write of their register is under way. */
const BATCH = 50;
const NOT_READ = { outbox: 0, outboxAt: 0 } as const;

interface Waiting {
  readonly addition: Addition;
  readonly resolve: (record: RegisterRecord) => void;
  readonly reject: (error: unknown) => void;
}

@Injectable()
export class MongoRegisterBook extends RegisterBook {
  private readonly queues = new Map<string, Waiting[]>();

  constructor(
    @InjectModel(RECORD) private readonly records_: Model<RecordDocument>,
    @InjectModel(REACHED) private readonly reached_: Model<ReachedDocument>,
    @Inject(REGISTER_RELAY) private readonly relay: OutboxRelay,
    private readonly ids: Identifiers,
  ) {
    super();
  }

  append(register: RegisterId, addition: Addition): Promise<RegisterRecord> {
    const key = idOf(register);
    const { promise, resolve, reject } = Promise.withResolvers<RegisterRecord>();
    const queue = this.queues.get(key);
    const waiting = { addition, resolve, reject };
    if (queue) queue.push(waiting);
    else {
      const fresh = [waiting];
      this.queues.set(key, fresh);
      void this.work(register, fresh);
    }
    return promise;
  }

  async find(agencyId: string, commandId: string): Promise<RegisterRecord | undefined> {
    const found = await this.records_.findOne({ agencyId, commandId }, NOT_READ).lean<RecordDocument>();
    return found ? toRecord(found) : undefined;
  }

  async head({ agencyId, key }: RegisterId): Promise<Head> {
    const [last] = await this.newest(agencyId, key, {});
    if (!last) return EMPTY_HEAD;
    const { seq, hash, at } = last;
    if (last.type === 'ENTRY') return { seq, number: last.number, hash, at };
    const [entry] = await this.newest(agencyId, key, { type: 'ENTRY' });
    return { seq, number: entry?.number ?? 0, hash, at };
  }

  count({ agencyId, key }: RegisterId): Promise<number> {
    return this.records_.countDocuments({ agencyId, register: key, type: 'ENTRY' });
  }

  async reached(register: RegisterId): Promise<Pick<Head, 'seq' | 'number'>> {
    const found = await this.reached_
      .findOne({ _id: idOf(register), agencyId: register.agencyId })
      .lean<ReachedDocument>();
    return { seq: found?.seq ?? 0, number: found?.number ?? 0 };
  }

  async entry({ agencyId, key }: RegisterId, number: number): Promise<Entry | undefined> {
    const found = await this.records_
      .findOne({ agencyId, register: key, type: 'ENTRY', number }, NOT_READ)
      .lean<RecordDocument>();
    return found ? (toRecord(found) as Entry) : undefined;
  }

  async page({ agencyId, key }: RegisterId, before: number, limit: number): Promise<EntryPage> {
    const below = before > 0 ? { number: { $lt: before } } : {};
    const found = await this.records_
      .find({ agencyId, register: key, type: 'ENTRY', ...below }, NOT_READ)
      .sort({ number: -1 })
      .limit(limit + 1)
      .lean<RecordDocument[]>();
    const entries = found.slice(0, limit).map((document) => toRecord(document) as Entry);
    return { entries, nextBefore: found.length > limit ? (entries.at(-1)?.number ?? 0) : 0 };
  }

  async annotations({ agencyId, key }: RegisterId, numbers: readonly number[]): Promise<Annotation[]> {
    if (numbers.length === 0) return [];
    const found = await this.records_
      .find({ agencyId, register: key, type: 'ANNOTATION', number: { $in: [...numbers] } }, NOT_READ)
      .sort({ seq: 1 })
      .lean<RecordDocument[]>();
    return found.map((document) => toRecord(document) as Annotation);
  }

  async *records({ agencyId, key }: RegisterId): AsyncIterable<RegisterRecord> {
    const cursor = this.records_
      .find({ agencyId, register: key }, NOT_READ)
      .sort({ seq: 1 })
      .lean<RecordDocument>()
      .cursor();
    for await (const document of cursor) yield toRecord(document);
  }

  private async work(register: RegisterId, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, BATCH);
      try {
        await this.write(register, batch);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.queues.delete(idOf(register));
  }

  /** Another replica may have taken the place: what it left out is written after it. */
  private async write(register: RegisterId, batch: Waiting[]): Promise<void> {
    let waiting = batch;
    while (waiting.length > 0) {
      waiting = await this.withoutKnown(register.agencyId, waiting);
      const documents = await this.chain(register, waiting);
      const written = await this.insert(documents);
      waiting
        .slice(0, written)
        .forEach(({ resolve }, index) => resolve(toRecord(documents[index] as RecordDocument)));
      const last = documents[written - 1];
      if (last) await this.markReached(register, last);
      for (const { _id } of documents.slice(0, written)) this.relay.notify(_id);
      waiting = waiting.slice(written);
    }
  }

  private async withoutKnown(agencyId: string, waiting: readonly Waiting[]): Promise<Waiting[]> {
    const commandIds = waiting.map(({ addition }) => addition.commandId);
    const found = await this.records_
      .find({ agencyId, commandId: { $in: commandIds } }, NOT_READ)
      .lean<RecordDocument[]>();
    const known = new Map(found.map((document) => [document.commandId, toRecord(document)]));
    // Twice in one batch: the second finds the first in the next round.
    return waiting.filter(({ addition: { commandId }, resolve }) => {
      const record = known.get(commandId);
      if (record) resolve(record);
      return !record;
    });
  }

  private async chain(register: RegisterId, waiting: readonly Waiting[]): Promise<RecordDocument[]> {
    let head = waiting.length > 0 ? await this.head(register) : EMPTY_HEAD;
    return waiting.map(({ addition }) => {
      const [record, next] = append(head, addition, (text) => this.ids.hash(text));
      head = next;
      return toDocument(register, record);
    });
  }

  /** @returns how many of them stand: in their order, up to the first whose place was taken */
  private async insert(documents: RecordDocument[]): Promise<number> {
    if (documents.length === 0) return 0;
    try {
      await this.records_.collection.insertMany(documents as never[], { ordered: true });
      return documents.length;
    } catch (error) {
      if (!isDuplicateKey(error) || !(error instanceof mongo.MongoBulkWriteError)) throw error;
      return error.insertedCount;
    }
  }

  private async markReached(register: RegisterId, { seq, type, number }: RecordDocument): Promise<void> {
    const reached = type === 'ENTRY' ? { seq, number } : { seq };
    const { agencyId } = register;
    await this.reached_.updateOne({ _id: idOf(register), agencyId }, { $max: reached }, { upsert: true });
  }

  private newest(agencyId: string, register: string, filter: { type?: 'ENTRY' }): Promise<RecordDocument[]> {
    const found = this.records_.find({ agencyId, register, ...filter }, NOT_READ).limit(1);
    return (filter.type ? found.sort({ number: -1 }) : found.sort({ seq: -1 })).lean<RecordDocument[]>();
  }
}

const idOf = ({ agencyId, key }: RegisterId): string => `${agencyId}/${key}`;

function toDocument(register: RegisterId, record: RegisterRecord): RecordDocument {
  const { agencyId, key } = register;
  return {
    _id: `${idOf(register)}/${String(record.seq)}`,
    agencyId,
    register: key,
    ...record,
    ...outboxFields([registerEvent(register, record)], record.at),
  };
}

export function toRecord(document: RecordDocument): RegisterRecord {
  const { seq, number, type, content, at, by, commandId, previous, hash } = document;
  return { seq, number, type, content, at, by, commandId, previous, hash } as RegisterRecord;
}
