import { VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { PersonDrafts } from '../../application/ports/person-drafts.js';
import type { Draft } from '../../domain/drafts/draft.js';
import type { Entry } from '../../domain/register/record.js';
import { toDraft } from './draft.mapper.js';
import { DRAFT } from './draft.schema.js';
import type { DraftDocument } from './draft.schema.js';
import { toRecord } from './mongo-register-book.js';
import { RECORD } from './register.schema.js';
import type { RecordDocument } from './register.schema.js';

const NOT_READ = { outbox: 0, outboxAt: 0 } as const;

/** All of an agency, one by one: an erasure is rare, and what is looked for stands in texts. */
@Injectable()
export class MongoPersonDrafts extends PersonDrafts {
  constructor(
    @InjectModel(DRAFT) private readonly drafts: Model<DraftDocument>,
    @InjectModel(RECORD) private readonly records: Model<RecordDocument>,
  ) {
    super();
  }

  async *every(agencyId: string): AsyncIterable<Draft> {
    const cursor = this.drafts.find({ agencyId }, NOT_READ).lean<DraftDocument>().cursor();
    for await (const document of cursor as AsyncIterable<DraftDocument>) yield toDraft(document);
  }

  async find(agencyId: string, id: string): Promise<Draft | undefined> {
    const found = await this.drafts.findOne({ agencyId, _id: id }, NOT_READ).lean<DraftDocument>();
    return found ? toDraft(found) : undefined;
  }

  async rewrite(before: Draft, after: Draft): Promise<void> {
    const { title, about, presentTenants, steps, version, save } = after;
    const { matchedCount } = await this.drafts.collection.updateOne(
      { _id: before.id, agencyId: before.agencyId, version: before.version } as never,
      { $set: { title, about, presentTenants, steps, version, finalSave: save } },
      { ignoreUndefined: true },
    );
    if (matchedCount === 0) throw new VersionConflict(before.id);
  }

  async *entries(agencyId: string): AsyncIterable<Entry> {
    const cursor = this.records.find({ agencyId, type: 'ENTRY' }, NOT_READ).lean<RecordDocument>().cursor();
    for await (const document of cursor as AsyncIterable<RecordDocument>) yield toRecord(document) as Entry;
  }
}
