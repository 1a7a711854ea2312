import { insertNew } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { missingCents } from '../../../../domain/property/rent-call.js';
import { documentId } from '../record.schema.js';
import type { AccountDocument, JournalEntry } from './account.schema.js';
import { ACCOUNT } from './account.schema.js';
import type { PostingDocument } from './posting.schema.js';
import { POSTING } from './posting.schema.js';
import { toRentCall } from './rent-call.mapper.js';
import type { RentCallDocument } from './rent-call.schema.js';
import { RENT_CALL } from './rent-call.schema.js';

/** Journals of accounts: their movements. */
export type Journals = Pick<AccountDocument, '_id' | 'agencyId' | 'journal' | 'ledgerVersion'>;

/** A name in the account's order, by which a list goes on. */
export const sequenceOf = (ledgerVersion: number): string => String(ledgerVersion).padStart(12, '0');

/**
 * Takes movements out of the accounts they were written into: their rent calls are told, they become documents of their
 * own, then they leave. May be done twice, and by two at the same time.
 */
@Injectable()
export class AccountJournal {
  constructor(
    @InjectModel(ACCOUNT) private readonly accounts: Model<AccountDocument>,
    @InjectModel(RENT_CALL) private readonly calls: Model<RentCallDocument>,
    @InjectModel(POSTING) private readonly postings: Model<PostingDocument>,
  ) {}

  /** All of one agency. */
  async flush(agencyId: string, journals: readonly Journals[]): Promise<void> {
    const entries = journals.flatMap(({ journal, ledgerVersion }) =>
      (journal ?? []).map((entry) => ({ ...entry, sequence: entry.sequence ?? sequenceOf(ledgerVersion) })),
    );
    if (entries.length === 0) return;
    await this.tellCalls(agencyId, entries);
    await insertNew(
      this.postings,
      entries.map(({ allocations: _allocations, ...posting }) => ({
        ...posting,
        _id: documentId(agencyId, posting.id),
        agencyId,
      })),
    );
    // One command: an account holds none of the others' movements.
    await this.accounts.updateMany(
      { _id: { $in: journals.map(({ _id }) => _id) }, agencyId },
      { $pull: { journal: { id: { $in: entries.map(({ id }) => id) } } } },
    );
  }

  private async tellCalls(agencyId: string, entries: readonly JournalEntry[]): Promise<void> {
    const paid = entries.flatMap(({ id, on, allocations }) =>
      allocations.map(({ rentCallId, cents }) => ({
        ...{ postingId: id, on, cents },
        _id: documentId(agencyId, rentCallId),
      })),
    );
    if (paid.length === 0) return;
    await writeAll(
      this.calls,
      paid.map(({ _id, postingId, cents }) => ({
        filter: { _id, agencyId, applied: { $ne: postingId } },
        update: { $inc: { paidCents: cents }, $push: { applied: postingId } },
      })),
    );
    const days = new Map(paid.map(({ _id, on }) => [_id, on]));
    const after = await this.calls
      .find({ _id: { $in: [...days.keys()] }, agencyId, open: true })
      .lean<RentCallDocument[]>();
    const whole = after.filter((call) => missingCents(toRentCall(call)) === 0);
    await writeAll(
      this.calls,
      whole.map(({ _id }) => ({
        filter: { _id, agencyId },
        update: { $set: { open: false, settledOn: days.get(_id) } },
      })),
    );
  }
}

/** By the driver itself: what is written was made here, and casting it again would be most of the work. @returns how many were found */
export async function writeAll<D extends { _id: string }>(
  model: Pick<Model<D>, 'collection'>,
  updates: readonly { filter: object; update: object }[],
): Promise<number> {
  if (updates.length === 0) return 0;
  const operations = updates.map((updateOne) => ({ updateOne }));
  const { matchedCount } = await model.collection.bulkWrite(operations, {
    ordered: false,
    ignoreUndefined: true,
  });
  return matchedCount;
}
