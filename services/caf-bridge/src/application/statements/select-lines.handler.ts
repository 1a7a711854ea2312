import { Injectable } from '@nestjs/common';
import type { StatementRecord } from '../../domain/statement/records.js';
import { NotFound, UnderWay } from '../../domain/values/errors.js';
import { Statements } from '../ports/statements.js';
import { StatementTotals } from './statement-totals.js';

/** Ticks lines, or all of them; what is posted stays as it is. */
@Injectable()
export class SelectLinesHandler {
  constructor(
    private readonly statements: Statements,
    private readonly totals: StatementTotals,
  ) {}

  /** @param lineIds none: every line. @throws NotFound, UnderWay */
  async execute(
    agencyId: string,
    statementId: string,
    lineIds: readonly string[],
    selected: boolean,
  ): Promise<StatementRecord> {
    await demandAtRest(this.statements, agencyId, statementId);
    await this.statements.select(agencyId, statementId, lineIds, selected);
    return this.totals.refresh(agencyId, statementId);
  }
}

/** What a person validated is what is posted. @throws NotFound, UnderWay */
export async function demandAtRest(
  statements: Statements,
  agencyId: string,
  statementId: string,
): Promise<void> {
  const statement = await statements.find(agencyId, statementId);
  if (!statement) throw new NotFound('STATEMENT', statementId);
  if (statement.state === 'READING' || statement.state === 'POSTING') throw new UnderWay();
}
