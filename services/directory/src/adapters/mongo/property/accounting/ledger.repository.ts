import { Clock } from '@intervia/clock';
import { pushToOutbox, retryOnConflict, VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { LeasePage, Page } from '../../../../application/ports/property/leases.js';
import { Ledger } from '../../../../application/ports/property/ledger.js';
import type { Command } from '../../../../application/publishing/property-events.js';
import { AccountNotFound } from '../../../../domain/property-errors.js';
import type { Posting } from '../../../../domain/property/posting.js';
import { allocate } from '../../../../domain/property/posting.js';
import type { RentCall } from '../../../../domain/property/rent-call.js';
import { missingCents } from '../../../../domain/property/rent-call.js';
import { toOutgoing } from '../../../proto/property-events.js';
import type { AccountDocument, JournalEntry } from './account.schema.js';
import { ACCOUNT } from './account.schema.js';
import { decodeCursor, pageOf } from '../page.js';
import type { PostingDocument } from './posting.schema.js';
import { POSTING } from './posting.schema.js';
import { documentId } from '../record.schema.js';
import { AccountRelay } from '../relays.js';
import { toRentCall } from './rent-call.mapper.js';
import type { RentCallDocument } from './rent-call.schema.js';
import { RENT_CALL } from './rent-call.schema.js';

/** Of one lease, looked at to find what a payment pays. */
const MOST_UNPAID = 200;

/**
 * A movement is written into its account, with the balance and the event, by one write; then it becomes a document of
 * its own and its rent calls are told. What a crash leaves in the journal, the next movement takes out first.
 */
@Injectable()
export class LedgerRepository extends Ledger {
  constructor(
    @InjectModel(ACCOUNT) private readonly accounts: Model<AccountDocument>,
    @InjectModel(RENT_CALL) private readonly calls: Model<RentCallDocument>,
    @InjectModel(POSTING) private readonly model: Model<PostingDocument>,
    private readonly relay: AccountRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  async post(command: Command, posting: Posting): Promise<Posting> {
    const { agencyId, commandId } = command;
    const _id = documentId(agencyId, commandId);
    return retryOnConflict(async () => {
      const account = await this.accounts
        .findOne({ agencyId, id: posting.accountId })
        .lean<AccountDocument>();
      if (!account) throw new AccountNotFound();
      await this.flush(account);
      const done = await this.model.findOne({ _id, agencyId }).lean<PostingDocument>();
      if (done) return toPosting(done);
      const entry = await this.entry(command, posting, account);
      await this.write(command, account, entry);
      await this.flush({ ...account, ledgerVersion: account.ledgerVersion + 1, journal: [entry] });
      return toPosting(entry);
    });
  }

  async unpaid(
    agencyId: string,
    leaseIds: readonly string[],
    most: number,
  ): Promise<Map<string, RentCall[]>> {
    const found = await Promise.all(
      leaseIds.map((leaseId) =>
        this.calls
          .find({ agencyId, leaseId, open: true })
          .sort({ month: 1 })
          .limit(most)
          .lean<RentCallDocument[]>(),
      ),
    );
    return new Map(leaseIds.map((id, at) => [id, (found[at] ?? []).map(toRentCall)]));
  }

  async lastCalls(agencyId: string, leaseIds: readonly string[]): Promise<Map<string, RentCall>> {
    const found = await Promise.all(
      leaseIds.map((leaseId) =>
        this.calls.findOne({ agencyId, leaseId }).sort({ month: -1 }).lean<RentCallDocument>(),
      ),
    );
    return new Map(
      leaseIds.flatMap((id, at) => {
        const call = found[at];
        return call ? [[id, toRentCall(call)] as const] : [];
      }),
    );
  }

  async rentCalls(
    agencyId: string,
    { leaseId, unpaidOnly, after, limit }: LeasePage & { leaseId: string; unpaidOnly: boolean },
  ): Promise<Page<RentCall>> {
    const found = await this.calls
      .find({
        agencyId,
        leaseId,
        ...(unpaidOnly ? { open: true } : {}),
        ...(after ? { month: { $lt: decodeCursor(after) } } : {}),
      })
      .sort({ month: -1 })
      .limit(limit + 1)
      .lean<RentCallDocument[]>();
    return pageOf(found, limit, ({ month }) => month, toRentCall);
  }

  async postings(
    agencyId: string,
    { accountId, after, limit }: LeasePage & { accountId: string },
  ): Promise<Page<Posting>> {
    const found = await this.model
      .find({ agencyId, accountId, ...(after ? { sequence: { $lt: decodeCursor(after) } } : {}) })
      .sort({ sequence: -1 })
      .limit(limit + 1)
      .lean<PostingDocument[]>();
    return pageOf(found, limit, ({ sequence }) => sequence, toPosting);
  }

  private async entry(
    { agencyId, commandId }: Command,
    posting: Posting,
    account: AccountDocument,
  ): Promise<JournalEntry> {
    const balance = account.balanceCents ?? 0;
    // A new call is paid by what the agency owed already.
    const pays = posting.kind === 'rent-call' ? Math.max(0, -balance) : -posting.amountCents;
    const unpaid =
      pays > 0 && posting.leaseId
        ? ((await this.unpaid(agencyId, [posting.leaseId], MOST_UNPAID)).get(posting.leaseId) ?? [])
        : [];
    return {
      ...posting,
      id: commandId,
      balanceAfterCents: balance + posting.amountCents,
      recordedAt: this.clock.now(),
      allocations: allocate({ amountCents: -pays, month: posting.month }, unpaid),
    };
  }

  private async write(
    { agencyId, actor }: Command,
    account: AccountDocument,
    entry: JournalEntry,
  ): Promise<void> {
    const now = this.clock.now();
    const { $set, $push } = pushToOutbox(
      [toOutgoing(agencyId, { type: 'AccountPosted', posting: toPosting(entry), actor }, now)],
      now,
    );
    const { matchedCount } = await this.accounts.updateOne(
      { agencyId, id: account.id, ledgerVersion: account.ledgerVersion },
      {
        $set: { balanceCents: entry.balanceAfterCents, ...$set },
        $inc: { ledgerVersion: 1 },
        $push: { journal: entry, ...$push },
      },
    );
    if (matchedCount === 0) throw new VersionConflict(account.id);
    this.relay.notify(account._id);
  }

  /** May be done twice, and by two at the same time. */
  private async flush({ agencyId, id, journal, ledgerVersion }: AccountDocument): Promise<void> {
    for (const entry of journal ?? []) {
      for (const { rentCallId, cents } of entry.allocations)
        await this.apply(agencyId, rentCallId, entry, cents);
      const { allocations: _allocations, ...posting } = entry;
      await this.model.updateOne(
        { _id: documentId(agencyId, entry.id) },
        { $setOnInsert: { ...posting, agencyId, sequence: String(ledgerVersion).padStart(12, '0') } },
        { upsert: true },
      );
      await this.accounts.updateOne({ agencyId, id }, { $pull: { journal: { id: entry.id } } });
    }
  }

  private async apply(agencyId: string, callId: string, entry: JournalEntry, cents: number): Promise<void> {
    const own = { agencyId, id: callId };
    await this.calls.updateOne(
      { ...own, applied: { $ne: entry.id } },
      { $inc: { paidCents: cents }, $push: { applied: entry.id } },
    );
    const call = await this.calls.findOne(own).lean<RentCallDocument>();
    if (call && missingCents(toRentCall(call)) === 0)
      await this.calls.updateOne(own, { $set: { open: false, settledOn: entry.on } });
  }
}

const toPosting = (posting: Posting): Posting => ({
  id: posting.id,
  accountId: posting.accountId,
  leaseId: posting.leaseId,
  sharerId: posting.sharerId,
  kind: posting.kind,
  on: posting.on,
  label: posting.label,
  month: posting.month,
  amountCents: posting.amountCents,
  balanceAfterCents: posting.balanceAfterCents,
  recordedAt: posting.recordedAt,
});
