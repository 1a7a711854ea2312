import { Clock } from '@intervia/clock';
import { parisDay } from '@intervia/french';
import { pushToOutbox, retryOnConflict, VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { LeasePage, Page } from '../../../../application/ports/property/leases.js';
import { Ledger } from '../../../../application/ports/property/ledger.js';
import type { Command } from '../../../../application/publishing/property-events.js';
import { AccountNotFound } from '../../../../domain/property-errors.js';
import type { Posting } from '../../../../domain/property/posting.js';
import { enter, paidBy } from '../../../../domain/property/posting.js';
import type { RentCall } from '../../../../domain/property/rent-call.js';
import { addMonths } from '../../../../domain/tenancy/days.js';
import { toOutgoing } from '../../../proto/property-events.js';
import type { Journals } from './account-journal.js';
import { AccountJournal, sequenceOf, writeAll } from './account-journal.js';
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
/** In which the last call of a tenant who is there is found. */
const NEWEST_MONTHS = 2;

type By = Pick<Command, 'agencyId' | 'actor'>;
type Account = Journals & Pick<AccountDocument, 'id' | 'balanceCents'>;

/**
 * Movements are written into their account, with the balance and the events, by one write; then they become documents of
 * their own and their rent calls are told. What a crash leaves in the journal, the next movement takes out first.
 */
@Injectable()
export class LedgerRepository extends Ledger {
  constructor(
    @InjectModel(ACCOUNT) private readonly accounts: Model<AccountDocument>,
    @InjectModel(RENT_CALL) private readonly calls: Model<RentCallDocument>,
    @InjectModel(POSTING) private readonly model: Model<PostingDocument>,
    private readonly journal: AccountJournal,
    private readonly relay: AccountRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  async post(command: Command, posting: Posting): Promise<Posting> {
    const [done] = await this.postAll(command, [{ ...posting, id: command.commandId }]);
    if (!done) throw new AccountNotFound();
    return done;
  }

  postAll(by: By, postings: readonly Posting[]): Promise<(Posting | undefined)[]> {
    return retryOnConflict(async () => {
      const accounts = await this.accountsOf(by.agencyId, postings);
      await this.journal.flush(by.agencyId, [...accounts.values()]);
      const done = await this.posted(by.agencyId, postings);
      const left = new Map(
        postings
          .filter(({ id, accountId }) => !done.has(id) && accounts.has(accountId))
          .map((posting) => [posting.id, posting]),
      );
      for (const entry of await this.write(by, [...left.values()], accounts))
        done.set(entry.id, toPosting(entry));
      return postings.map(({ id }) => done.get(id));
    });
  }

  async unpaid(
    agencyId: string,
    leaseIds: readonly string[],
    most: number,
  ): Promise<Map<string, RentCall[]>> {
    if (leaseIds.length === 0) return new Map();
    const found = await this.calls
      .find({ agencyId, leaseId: { $in: leaseIds }, open: true })
      .sort({ month: 1 })
      .lean<RentCallDocument[]>();
    const byLease = Map.groupBy(found, ({ leaseId }) => leaseId);
    return new Map(leaseIds.map((id) => [id, (byLease.get(id) ?? []).slice(0, most).map(toRentCall)]));
  }

  /** Of nearly all it is one of the newest months; who has none of these is looked up alone. */
  async lastCalls(agencyId: string, leaseIds: readonly string[]): Promise<Map<string, RentCall>> {
    if (leaseIds.length === 0) return new Map();
    const since = addMonths(parisDay(this.clock.now()), -NEWEST_MONTHS).slice(0, 7);
    const recent = await this.calls
      .find({ agencyId, leaseId: { $in: leaseIds }, month: { $gte: since } })
      .sort({ month: 1 })
      .lean<RentCallDocument[]>();
    const last = new Map(recent.map((call) => [call.leaseId, toRentCall(call)]));
    await Promise.all(
      leaseIds
        .filter((id) => !last.has(id))
        .map(async (leaseId) => {
          const call = await this.calls
            .findOne({ agencyId, leaseId })
            .sort({ month: -1 })
            .lean<RentCallDocument>();
          if (call) last.set(leaseId, toRentCall(call));
        }),
    );
    return last;
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

  private async accountsOf(agencyId: string, postings: readonly Posting[]): Promise<Map<string, Account>> {
    const ids = [...new Set(postings.map(({ accountId }) => documentId(agencyId, accountId)))];
    const found = await this.accounts
      .find(
        { _id: { $in: ids }, agencyId },
        { id: 1, agencyId: 1, balanceCents: 1, ledgerVersion: 1, journal: 1 },
      )
      .lean<Account[]>();
    return new Map(found.map((account) => [account.id, account]));
  }

  private async posted(agencyId: string, postings: readonly Posting[]): Promise<Map<string, Posting>> {
    const ids = postings.map(({ id }) => documentId(agencyId, id));
    const found = await this.model.find({ _id: { $in: ids }, agencyId }).lean<PostingDocument[]>();
    return new Map(found.map((posting) => [posting.id, toPosting(posting)]));
  }

  /** @throws VersionConflict when an account moved meanwhile: the others are written, and found on the next try */
  private async write(
    by: By,
    postings: readonly Posting[],
    accounts: ReadonlyMap<string, Account>,
  ): Promise<JournalEntry[]> {
    if (postings.length === 0) return [];
    const { agencyId } = by;
    const leases = [...new Set(postings.map(({ leaseId }) => leaseId).filter(Boolean))];
    const unpaid = await this.unpaid(agencyId, leases, MOST_UNPAID);
    const byAccount = Map.groupBy(postings, ({ accountId }) => accountId);
    const journals = [...byAccount].flatMap(([accountId, own]): Account[] => {
      const account = accounts.get(accountId);
      return account ? [this.moved(account, own, unpaid)] : [];
    });
    const written = await writeAll(
      this.accounts,
      journals.map((after) => this.updateOf(by, after)),
    );
    for (const { _id } of journals) this.relay.notify(_id);
    if (written < journals.length) throw new VersionConflict(journals[0]?.id ?? '');
    await this.journal.flush(agencyId, journals);
    return journals.flatMap(({ journal }) => journal);
  }

  /** The account after the postings, which are its journal: the ones before were taken out of it. */
  private moved(account: Account, postings: readonly Posting[], unpaid: Map<string, RentCall[]>): Account {
    let { balanceCents = 0, ledgerVersion } = account;
    const journal = postings.map((posting): JournalEntry => {
      const calls = unpaid.get(posting.leaseId) ?? [];
      const { balanceAfterCents, allocations } = enter(posting, balanceCents, calls);
      unpaid.set(posting.leaseId, paidBy(allocations, calls));
      balanceCents = balanceAfterCents;
      ledgerVersion += 1;
      const at = { recordedAt: this.clock.now(), sequence: sequenceOf(ledgerVersion) };
      return { ...posting, balanceAfterCents, allocations, ...at };
    });
    return { ...account, balanceCents, ledgerVersion, journal };
  }

  private updateOf({ agencyId, actor }: By, { _id, journal, balanceCents, ledgerVersion }: Account) {
    const now = this.clock.now();
    const { $set, $push } = pushToOutbox(
      journal.map((entry) =>
        toOutgoing(agencyId, { type: 'AccountPosted', posting: toPosting(entry), actor }, now),
      ),
      now,
    );
    return {
      filter: { _id, agencyId, ledgerVersion: ledgerVersion - journal.length },
      update: {
        $set: { balanceCents, ledgerVersion, ...$set },
        $push: { journal: { $each: journal }, ...$push },
      },
    };
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
