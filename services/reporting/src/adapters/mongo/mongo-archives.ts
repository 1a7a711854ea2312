import { create } from '@bufbuild/protobuf';
import { ArchiveReadySchema } from '@intervia/contracts';
import { OutboxRelay, pushToOutbox } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { Archives } from '../../application/ports/archives.js';
import type { Reading } from '../../application/ports/archives.js';
import type { Archive, ArchiveDocuments } from '../../domain/archive.js';
import { toArchive } from './archive.mapper.js';
import { ARCHIVE } from './archive.schema.js';
import type { ArchiveDocument } from './archive.schema.js';

const BATCH = 500;

@Injectable()
export class MongoArchives extends Archives {
  constructor(
    @InjectModel(ARCHIVE) private readonly archives: Model<ArchiveDocument>,
    private readonly relay: OutboxRelay,
  ) {
    super();
  }

  async request(agencyId: string, ticketId: string, version: number, at: Date): Promise<Archive> {
    const found = await this.archives
      .findOneAndUpdate(
        { agencyId, ticketId },
        {
          $setOnInsert: { _id: randomUUID(), state: 'PENDING', attempts: 0, requestedAt: at, outbox: [] },
          // Closings are told side by side: the highest counts.
          $max: { version },
        },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<ArchiveDocument>();
    return toArchive(found);
  }

  /** Archives of older releases have no version. */
  async discardBefore(agencyId: string, ticketId: string, version: number): Promise<void> {
    await this.archives.deleteOne({ agencyId, ticketId, version: { $not: { $gte: version } } });
  }

  async discard(agencyId: string, ticketId: string): Promise<void> {
    await this.archives.deleteOne({ agencyId, ticketId });
  }

  async withdraw({ id, agencyId }: Archive): Promise<void> {
    await this.archives.deleteOne({ _id: id, agencyId, state: 'PENDING' });
  }

  async find(agencyId: string, ticketId: string): Promise<Archive | undefined> {
    const found = await this.archives.findOne({ agencyId, ticketId }).lean<ArchiveDocument>();
    return found ? toArchive(found) : undefined;
  }

  async begin(agencyId: string, ticketId: string): Promise<Archive | undefined> {
    const found = await this.archives
      .findOneAndUpdate(
        { agencyId, ticketId, state: 'PENDING' },
        { $inc: { attempts: 1 } },
        { returnDocument: 'after' },
      )
      .lean<ArchiveDocument>();
    return found ? toArchive(found) : undefined;
  }

  async complete(archive: Archive, documents: ArchiveDocuments, at: Date, reading: Reading): Promise<void> {
    const { id, agencyId, ticketId } = archive;
    const message = create(ArchiveReadySchema, { ticketId });
    const event = { agencyId, aggregateId: ticketId, occurredAt: at, schema: ArchiveReadySchema, message };
    const { $push, $set } = pushToOutbox([{ id: randomUUID(), ...event }], at);
    await this.archives.updateOne(
      { _id: id, agencyId, state: 'PENDING' },
      { $push, $set: { ...$set, ...documents, ...reading, state: 'READY', endedAt: at } },
    );
    this.relay.notify(id);
  }

  async isBefore(agencyId: string, ticketId: string, at: Date): Promise<boolean> {
    return (await this.archives.exists(readBefore(agencyId, ticketId, at))) !== null;
  }

  async remake(agencyId: string, ticketId: string, at: Date): Promise<Archive | undefined> {
    const found = await this.archives
      .findOneAndUpdate(
        readBefore(agencyId, ticketId, at),
        { $set: { state: 'PENDING', attempts: 0, requestedAt: at } },
        { returnDocument: 'after' },
      )
      .lean<ArchiveDocument>();
    return found ? toArchive(found) : undefined;
  }

  async fail({ id, agencyId }: Archive, reason: string, at: Date): Promise<void> {
    await this.archives.updateOne(
      { _id: id, agencyId, state: 'PENDING' },
      { $set: { state: 'FAILED', reason, endedAt: at } },
    );
  }

  async pending(): Promise<Archive[]> {
    const found = await this.archives
      .find({ state: 'PENDING' })
      .sort({ requestedAt: 1 })
      .limit(BATCH)
      .lean<ArchiveDocument[]>();
    return found.map(toArchive);
  }
}

/** A moment of another machine's clock may be a little early: what told of messages under way is asked whatever the hour. */
const readBefore = (agencyId: string, ticketId: string, at: Date) => ({
  ...{ agencyId, ticketId, state: 'READY' as const },
  $or: [{ waiting: true }, { readAt: { $not: { $gte: at } } }],
});
