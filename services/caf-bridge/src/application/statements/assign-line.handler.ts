import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Candidate } from '../../domain/statement/matching.js';
import { likeness, memoryKey, occupantOf } from '../../domain/statement/matching.js';
import type { LineRecord, StatementRecord } from '../../domain/statement/records.js';
import { LinePosted, NotFound } from '../../domain/values/errors.js';
import type { Tenancy } from '../../domain/selection/tenancy.js';
import { nameOf } from '../../domain/selection/person.js';
import { nameKey } from '../../domain/values/transliterate.js';
import { byName } from '../caller.js';
import type { Command } from '../caller.js';
import { Statements } from '../ports/statements.js';
import { Tenants } from '../ports/tenants.js';
import { ImportStatementHandler, tenantOf } from './import-statement.handler.js';
import { demandAtRest } from './select-lines.handler.js';
import { StatementTotals } from './statement-totals.js';

export interface Suggestion {
  leaseId: string;
  sharerId: string;
  account: string;
  name: string;
  unit: string;
  score: number;
}

const MOST_SUGGESTIONS = 5;

/** Gives a line the tenant that nobody found, by account number, and remembers it (manual, "n° de compte du locataire"). */
@Injectable()
export class AssignLineHandler {
  constructor(
    private readonly statements: Statements,
    private readonly tenants: Tenants,
    private readonly imports: ImportStatementHandler,
    private readonly totals: StatementTotals,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, LinePosted, UnderWay */
  async execute(
    { caller }: Command,
    ids: { statementId: string; lineId: string },
    account: string,
    sharerId: string,
  ): Promise<{ line: LineRecord; statement: StatementRecord }> {
    const { agencyId } = caller;
    await demandAtRest(this.statements, agencyId, ids.statementId);
    const line = await this.line(agencyId, ids);
    if (line.postingId) throw new LinePosted();
    const candidate = await this.candidate(agencyId, line, account.trim().toUpperCase(), sharerId);
    const [uniqueNumber = ''] = await this.imports.giveNumbers(agencyId, [
      { reference: line.reference, candidate },
    ]);
    const change = {
      ...{ tenant: tenantOf(candidate), matchedBy: 'HAND' as const, selected: !line.twin, postingError: '' },
      uniqueNumber,
    };
    if (!(await this.statements.assign(agencyId, line.id, change))) throw new LinePosted();
    await this.statements.remember(
      agencyId,
      memoryKey(line),
      tenantOf(candidate),
      byName(caller),
      this.clock.now(),
    );
    const statement = await this.totals.refresh(agencyId, ids.statementId);
    return { line: { ...line, ...change }, statement };
  }

  /** Tenants whose name or aid looks like the line's, the likeliest first. @throws NotFound */
  async suggest(agencyId: string, ids: { statementId: string; lineId: string }): Promise<Suggestion[]> {
    const line = await this.line(agencyId, ids);
    const words = [
      ...new Set(
        nameKey(line.lastName)
          .split(' ')
          .filter((word) => word.length > 2),
      ),
    ].slice(0, 3);
    const found = new Map<string, Tenancy>();
    for (const word of words) {
      for (const tenancy of await this.tenants.search(agencyId, word)) found.set(tenancy.leaseId, tenancy);
    }
    return [...found.values()]
      .flatMap((tenancy) =>
        tenancy.occupants.map((occupant) => ({
          ...{
            leaseId: tenancy.leaseId,
            account: tenancy.account,
            unit: tenancy.unitLabel,
            name: nameOf(occupant),
          },
          ...{ sharerId: tenancy.flatShare ? occupant.id : '', score: likeness(line, occupant) },
        })),
      )
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'fr'))
      .slice(0, MOST_SUGGESTIONS);
  }

  private async line(
    agencyId: string,
    { statementId, lineId }: { statementId: string; lineId: string },
  ): Promise<LineRecord> {
    const line = await this.statements.line(agencyId, statementId, lineId);
    if (!line) throw new NotFound('LINE', lineId);
    return line;
  }

  /** Of a flat-share's account: the sharer that was chosen, else the one that the line names. */
  private async candidate(
    agencyId: string,
    line: LineRecord,
    account: string,
    sharerId: string,
  ): Promise<Candidate> {
    const [found = []] = await this.tenants.match(agencyId, [{ account }]);
    const [first] = found;
    if (!first) throw new NotFound('ACCOUNT', account);
    const chosen = found.find((candidate) => candidate.sharerId === sharerId && sharerId !== '');
    if (chosen) return chosen;
    const tenancy = await this.tenants.find(agencyId, first.leaseId);
    if (!tenancy?.flatShare) return first;
    const named = occupantOf(tenancy, line);
    const sharer = named && { ...first, sharerId: named.id, name: nameOf(named) };
    return sharer ? { ...sharer, uniqueNumber: named.aid?.uniqueNumber ?? '' } : { ...first, sharerId: '' };
  }
}
