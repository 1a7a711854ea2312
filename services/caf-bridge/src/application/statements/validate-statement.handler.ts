import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { LineRecord, StatementRecord } from '../../domain/statement/records.js';
import { NotFound, NothingToPost } from '../../domain/values/errors.js';
import { byName } from '../caller.js';
import type { Command } from '../caller.js';
import { parisDay } from '@intervia/french';
import { Statements } from '../ports/statements.js';
import { Tenants } from '../ports/tenants.js';
import { waitAWhile } from '../within.js';
import { StatementTotals } from './statement-totals.js';

const HELD_MS = 5 * 60_000;

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
      const validated = { validatedAt: this.clock.now(), validatedBy: byName(caller) };
      await this.statements.update(agencyId, statementId, { state: 'POSTING', ...validated });
    }
    await this.resume({ ...statement, validatedBy: byName(caller) });
    return (await this.statements.find(agencyId, statementId)) ?? statement;
  }

  /** Goes on with a validation, also one that a killed process had begun. */
  async resume(statement: StatementRecord): Promise<void> {
    const { agencyId, id } = statement;
    const now = this.clock.now();
    if (!(await this.statements.hold(agencyId, id, now, new Date(now.getTime() + HELD_MS)))) return;
    await waitAWhile(this.postAll(statement));
  }

  private async postAll(statement: StatementRecord): Promise<void> {
    const { agencyId, id } = statement;
    try {
      for await (const line of this.statements.every(agencyId, id, 'SELECTED')) {
        if (line.tenant) await this.post(statement, line);
      }
      const { totals } = await this.totals.refresh(agencyId, id);
      const state = totals.posted.lines === totals.all.lines ? 'POSTED' : 'OPEN';
      await this.statements.update(agencyId, id, { state, heldUntil: this.clock.now() });
    } catch (error) {
      this.logger.warn({ err: error, statementId: id }, 'statement not posted whole, gone on with later');
      await this.statements.update(agencyId, id, { heldUntil: this.clock.now() }).catch(() => undefined);
    }
  }

  private async post({ agencyId, validatedBy }: StatementRecord, line: LineRecord): Promise<void> {
    const { tenant } = line;
    if (!tenant) return;
    const postingId = postingIdOf(line);
    try {
      const { balanceAfterCents } = await this.tenants.post(
        agencyId,
        {
          ...{
            id: postingId,
            leaseId: tenant.leaseId,
            sharerId: tenant.sharerId,
            accountId: tenant.accountId,
          },
          ...{ on: parisDay(this.clock.now()), month: line.month, cents: line.amountCents },
          label: `${line.aidType || 'Aide'} ${line.month.slice(5)}/${line.month.slice(0, 4)}`,
        },
        { id: '', name: validatedBy },
      );
      // Killed before this: posted again under the same id, which posts nothing twice.
      await this.statements.updateLine(agencyId, line.id, {
        ...{ postingId, postedAt: this.clock.now(), balanceAfterCents, postingError: '' },
      });
    } catch (error) {
      const { code, kind } = error as { code?: string; kind?: string };
      if (!code || kind === 'unavailable' || kind === 'internal') throw error;
      await this.statements.updateLine(agencyId, line.id, { postingError: code, selected: false });
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
