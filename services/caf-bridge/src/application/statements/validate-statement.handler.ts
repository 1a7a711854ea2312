import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { LineRecord, StatementRecord } from '../../domain/statement/records.js';
import { NotFound, NothingToPost } from '../../domain/values/errors.js';
import { byName } from '../caller.js';
import type { Command } from '../caller.js';
import { Hold, HoldLost } from '../hold.js';
import { parisDay } from '@intervia/french';
import { Statements } from '../ports/statements.js';
import { Tenants } from '../ports/tenants.js';
import type { AidPosting, Posted } from '../ports/tenants.js';
import { waitAWhile } from '../within.js';
import { StatementTotals } from './statement-totals.js';

/** Lines that are posted by one question and kept by one write. */
const LINES_AT_ONCE = 400;

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
      await this.totals.refresh(agencyId, id);
      // Line by line: a payment and its recovery that nobody has assigned add up to nothing.
      const state = (await this.statements.isLeft(agencyId, id)) ? 'OPEN' : 'POSTED';
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

  /** Killed between the answer and the write: posted again under the same ids, which posts nothing twice. */
  private async postSome(statement: StatementRecord, lines: readonly LineRecord[]): Promise<void> {
    const { agencyId, validatedBy, validatedAt = this.clock.now() } = statement;
    const on = parisDay(validatedAt);
    const paying = lines.flatMap((line) => postingOf(line, on) ?? []);
    const answers =
      paying.length > 0 ? await this.tenants.postAll(agencyId, paying, { id: '', name: validatedBy }) : [];
    const answered = new Map(paying.map(({ id }, at) => [id, answers[at]]));
    const postedAt = this.clock.now();
    await this.statements.updateLines(
      agencyId,
      lines.map((line) => ({
        id: line.id,
        change: changeOf(line, answered.get(postingIdOf(line)), postedAt),
      })),
    );
  }

  private async hasSomething(agencyId: string, statementId: string): Promise<boolean> {
    for await (const line of this.statements.every(agencyId, statementId, 'SELECTED'))
      if (line.tenant) return true;
    return false;
  }
}

/** Nothing where all of it was withheld: the account does not move. */
function postingOf(line: LineRecord, on: string): AidPosting | undefined {
  const { tenant, aidType, month, amountCents: cents } = line;
  if (!tenant || cents === 0) return undefined;
  const { leaseId, sharerId, accountId } = tenant;
  const label = `${aidType || 'Aide'} ${month.slice(5)}/${month.slice(0, 4)}`;
  return { id: postingIdOf(line), leaseId, sharerId, accountId, on, month, label, cents };
}

function changeOf(line: LineRecord, posted: Posted | undefined, postedAt: Date): Partial<LineRecord> {
  if (line.amountCents === 0) return { postingError: 'CAF_LINE_PAYS_NOTHING', selected: false };
  if (!posted) return {};
  if ('errorCode' in posted) return { postingError: posted.errorCode, selected: false };
  const { balanceAfterCents } = posted;
  return { postingId: postingIdOf(line), postedAt, balanceAfterCents, postingError: '' };
}

/** The same for the same line, whoever posts it and however often. */
const postingIdOf = ({ agencyId, id }: LineRecord): string => {
  const hex = createHash('sha256').update(`${agencyId} ${id} posting`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
