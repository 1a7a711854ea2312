import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { LineRecord, StatementRecord } from '../../domain/statement/records.js';
import { NotFound, NothingToPost } from '../../domain/values/errors.js';
import { atOnce } from '../at-once.js';
import { byName } from '../caller.js';
import type { Command } from '../caller.js';
import { Hold, HoldLost } from '../hold.js';
import { parisDay } from '@intervia/french';
import { Statements } from '../ports/statements.js';
import type { LineChange } from '../ports/statements.js';
import { Tenants } from '../ports/tenants.js';
import { waitAWhile } from '../within.js';
import { StatementTotals } from './statement-totals.js';

/** Lines whose postings are kept by one write. */
const LINES_AT_ONCE = 200;
/** Accounts that are posted to at the same time; lines of one account come one after the other. */
const ACCOUNTS_AT_ONCE = 16;

/** Posts what the caisse paid: each selected line once, by an id that the line gives. */
@Injectable()
export class ValidateStatementHandler {
  private readonly logger = new Logger(ValidateStatementHandler.name);

  constructor(
    private readonly statements: Statements,
    private readonly tenants: Tenants,
    private readonly totals: StatementTotals,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NothingToPost */
  async execute({ caller }: Command, statementId: string): Promise<StatementRecord> {
    const { agencyId } = caller;
    const statement = await this.statements.find(agencyId, statementId);
    if (!statement) throw new NotFound('STATEMENT', statementId);
    if (statement.state === 'OPEN') {
      if (!(await this.hasSomething(agencyId, statementId))) throw new NothingToPost();
      await this.statements.update(agencyId, statementId, {
        ...{ state: 'POSTING', validatedAt: this.clock.now(), validatedBy: byName(caller) },
        progress: { done: 0, of: statement.totals.selected.lines },
      });
    }
    const begun = await this.statements.find(agencyId, statementId);
    if (begun?.state === 'POSTING') await this.resume(begun);
    return (await this.statements.find(agencyId, statementId)) ?? statement;
  }

  /** Goes on with a validation, also one that a killed process had begun. */
  async resume(statement: StatementRecord): Promise<void> {
    const { agencyId, id } = statement;
    const hold = await Hold.take(this.clock, (now, until) => this.statements.hold(agencyId, id, now, until));
    if (hold) await waitAWhile(this.postAll(statement, hold));
  }

  private async postAll(statement: StatementRecord, hold: Hold): Promise<void> {
    const { agencyId, id } = statement;
    const progress = { ...(statement.progress ?? { done: 0, of: statement.totals.selected.lines }) };
    try {
      for await (const lines of this.batches(agencyId, id)) {
        await this.postSome(statement, lines);
        progress.done += lines.length;
        await hold.renewed((renewal) => this.statements.holdOn(agencyId, id, renewal, { progress }));
      }
      const { totals } = await this.totals.refresh(agencyId, id);
      const isWhole = totals.selected.lines === 0 && totals.posted.amountCents === totals.all.amountCents;
      const state = isWhole ? 'POSTED' : 'OPEN';
      const done = { state, progress: { done: 0, of: 0 } } as const;
      await hold.release((renewal) => this.statements.holdOn(agencyId, id, renewal, done));
    } catch (error) {
      if (error instanceof HoldLost) return;
      this.logger.warn({ err: error, statementId: id }, 'statement not posted whole, gone on with later');
      await hold
        .release((renewal) => this.statements.holdOn(agencyId, id, renewal, { progress }))
        .catch(() => undefined);
    }
  }

  private async *batches(agencyId: string, statementId: string): AsyncGenerator<LineRecord[]> {
    let batch: LineRecord[] = [];
    for await (const line of this.statements.every(agencyId, statementId, 'SELECTED')) {
      if (!line.tenant) continue;
      batch.push(line);
      if (batch.length < LINES_AT_ONCE) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  /** What was posted is kept, also when one of the others fails. */
  private async postSome(statement: StatementRecord, lines: readonly LineRecord[]): Promise<void> {
    const byAccount = Map.groupBy(lines, ({ tenant }) => tenant?.accountId ?? '');
    const changes: LineChange[] = [];
    try {
      await atOnce(ACCOUNTS_AT_ONCE, [...byAccount.values()], async (own) => {
        for (const line of own) changes.push({ id: line.id, change: await this.post(statement, line) });
      });
    } finally {
      // Killed before this: posted again under the same ids, which posts nothing twice.
      await this.statements.updateLines(statement.agencyId, changes);
    }
  }

  private async post(statement: StatementRecord, line: LineRecord): Promise<Partial<LineRecord>> {
    const { agencyId, validatedBy, validatedAt = this.clock.now() } = statement;
    const { tenant, aidType, month } = line;
    if (!tenant) return {};
    // All of it was withheld: the account does not move.
    if (line.amountCents === 0) return { postingError: 'CAF_LINE_PAYS_NOTHING', selected: false };
    const { leaseId, sharerId, accountId } = tenant;
    const id = postingIdOf(line);
    try {
      const { balanceAfterCents } = await this.tenants.post(
        agencyId,
        {
          ...{ id, leaseId, sharerId, accountId, on: parisDay(validatedAt), month, cents: line.amountCents },
          label: `${aidType || 'Aide'} ${month.slice(5)}/${month.slice(0, 4)}`,
        },
        { id: '', name: validatedBy },
      );
      return { postingId: id, postedAt: this.clock.now(), balanceAfterCents, postingError: '' };
    } catch (error) {
      const { code, kind } = error as { code?: string; kind?: string };
      if (!code || kind === 'unavailable' || kind === 'internal') throw error;
      return { postingError: code, selected: false };
    }
  }

  private async hasSomething(agencyId: string, statementId: string): Promise<boolean> {
    for await (const line of this.statements.every(agencyId, statementId, 'SELECTED'))
      if (line.tenant) return true;
    return false;
  }
}

/** The same for the same line, whoever posts it and however often. */
const postingIdOf = ({ agencyId, id }: LineRecord): string => {
  const hex = createHash('sha256').update(`${agencyId} ${id} posting`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
