import { AppError } from '@intervia/rules';
import { Clock } from '@intervia/clock';
import { fieldDate } from '@intervia/french';
import { Injectable } from '@nestjs/common';
import type { FiscalLine } from '../../domain/forms/mandate-forms.js';
import type { ProRataMethod, RentCallStep } from '../../domain/forms/tenant-forms.js';
import { faultsOfAdded } from '../../domain/irl/added.js';
import type { AddedQuarter } from '../../domain/irl/added.js';
import { METROPOLITAN, PUBLISHED, indexTable, keyOf } from '../../domain/irl/series.js';
import type { Quarter } from '../../domain/irl/series.js';
import { firstCall } from '../../domain/rent/first-call.js';
import type { CallLine, FirstCall } from '../../domain/rent/first-call.js';
import { methodOr, months, partOfMonth, withVat } from '../../domain/rent/pro-rata.js';
import type { Fraction } from '../../domain/rent/pro-rata.js';
import { revise } from '../../domain/rent/revision.js';
import type { Revision, RevisionRequest } from '../../domain/rent/revision.js';
import { inForce } from '../../domain/rules/rule.js';
import type { Rule } from '../../domain/rules/rule.js';
import { RENT_CONTROL } from '../../domain/rules/rent-control.js';
import { RULES } from '../../domain/rules/rows.js';
import { isDate } from '../../domain/values/dates.js';
import { invalidRequest } from '../../domain/values/errors.js';
import { IndexTable } from '../ports/index-table.js';
import type { Actor } from '../ports/property-files.js';
import { RuleSettings } from '../ports/rule-settings.js';

export interface ProRata {
  readonly lines: readonly CallLine[];
  readonly totalCents: number;
  readonly method: Exclude<ProRataMethod, ''>;
  readonly fraction: Fraction;
}

/** Rules of the law, the table of indices, and what is computed before it is saved. */
@Injectable()
export class RulesHandler {
  constructor(
    private readonly indices: IndexTable,
    private readonly settings: RuleSettings,
    private readonly clock: Clock,
  ) {}

  rules(on: string): readonly Rule[] {
    const rows = this.settings.rentControl ? [...RULES, ...RENT_CONTROL] : RULES;
    return inForce(rows, isDate(on) ? on : this.today());
  }

  async quarters(
    agencyId: string,
    index: string,
    territory: string,
  ): Promise<(Quarter & Partial<AddedQuarter>)[]> {
    const added = await this.indices.added(agencyId);
    const byKey = new Map(added.map((quarter) => [keyOf(quarter), quarter]));
    return indexTable(added)
      .filter(
        (row) =>
          (index === '' || row.index === index) && row.territory === territoryNamed(row.index, territory),
      )
      .map((row) => byKey.get(keyOf(row)) ?? row);
  }

  /** @throws AppError FORBIDDEN, QUARTER_PUBLISHED, or the code of the first field that is wrong */
  async addQuarter(
    actor: Actor,
    isAdministrator: boolean,
    quarter: Omit<AddedQuarter, 'addedBy' | 'addedOn'>,
  ): Promise<AddedQuarter> {
    if (!isAdministrator) throw new AppError('FORBIDDEN', 'forbidden');
    const addedOn = this.today();
    const faults = faultsOfAdded(quarter, addedOn);
    const [first] = faults;
    if (first) throw new AppError(first.code, 'invalid', {}, faults);
    const territory = territoryNamed(quarter.index, quarter.territory);
    const added = { ...quarter, territory, addedBy: actor.userName, addedOn };
    if (PUBLISHED.some((row) => keyOf(row) === keyOf(added)))
      throw new AppError('QUARTER_PUBLISHED', 'conflict');
    await this.indices.put(actor.agencyId, added, this.clock.now());
    return added;
  }

  /** @throws AppError INVALID_REQUEST with DATE_WRONG, DATES_IN_DISORDER */
  proRata(lines: readonly FiscalLine[], from: string, to: string, asked: ProRataMethod): ProRata {
    const wrong = [
      ...(isDate(from) ? [] : [{ field: 'from', code: 'DATE_WRONG' }]),
      ...(isDate(to) ? [] : [{ field: 'to', code: 'DATE_WRONG' }]),
    ];
    if (wrong.length > 0) throw invalidRequest(wrong);
    if (to < from || to.slice(0, 7) !== from.slice(0, 7))
      throw invalidRequest([{ field: 'to', code: 'DATES_IN_DISORDER' }]);
    const method = methodOr(asked);
    const called = lines.map((line) => ({
      line,
      amountCents: withVat(partOfMonth(line.amountCents, from, to, method), line.vat),
      temporary: false,
    }));
    const [part] = months(from, to, method);
    return {
      lines: called,
      totalCents: called.reduce((sum, { amountCents }) => sum + amountCents, 0),
      method,
      fraction: part?.fraction ?? { days: 0, ofDays: 0 },
    };
  }

  firstCall(step: RentCallStep): FirstCall | undefined {
    return firstCall(step);
  }

  async revise(agencyId: string, request: RevisionRequest): Promise<Revision> {
    const table = indexTable(await this.indices.added(agencyId));
    return revise(request, table);
  }

  private today(): string {
    return fieldDate(this.clock.now());
  }
}

/** Only the IRL has several series. */
const territoryNamed = (index: string, territory: string): string =>
  (index === 'IRL' && territory) || METROPOLITAN;
