import { Injectable } from '@nestjs/common';
import { TotalsCounter } from '../../domain/statement/records.js';
import type { StatementRecord } from '../../domain/statement/records.js';
import { NotFound } from '../../domain/values/errors.js';
import { Statements } from '../ports/statements.js';

/** Counts the lines again: what is shown is always what they say. */
@Injectable()
export class StatementTotals {
  constructor(private readonly statements: Statements) {}

  /** @throws NotFound */
  async refresh(agencyId: string, statementId: string): Promise<StatementRecord> {
    const counter = new TotalsCounter();
    for await (const line of this.statements.every(agencyId, statementId, 'ALL')) {
      counter.add({ ...line, matched: line.tenant !== undefined });
    }
    await this.statements.update(agencyId, statementId, { totals: counter.totals });
    const statement = await this.statements.find(agencyId, statementId);
    if (!statement) throw new NotFound('STATEMENT', statementId);
    return statement;
  }
}
