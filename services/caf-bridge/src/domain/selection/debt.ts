import type { Day, Month } from '../values/day.js';
import { sumOf } from '../values/money.js';
import type { CalledMonth, Tenancy } from './tenancy.js';

export interface Debt {
  cents: number;
  months: readonly (CalledMonth & { owedCents: number })[];
  withheldCents: number;
  firstMonth?: Month;
  lastMonth?: Month;
  firstDueOn?: Day;
}

const NO_DEBT: Debt = { cents: 0, months: [], withheldCents: 0 };

/** What the tenant owes on that day, month by month. Aid held back for non-decency is not the tenant's debt. */
export function debtOn(tenancy: Tenancy, day: Day): Debt {
  if (tenancy.calls.length === 0) return NO_DEBT;
  const due = tenancy.calls.filter(({ dueOn }) => dueOn <= day).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const months = due
    .map((call) => ({ ...call, owedCents: Math.max(0, call.unpaidCents - call.withheldCents) }))
    .filter(({ owedCents }) => owedCents > 0);
  return {
    cents: sumOf(months, ({ owedCents }) => owedCents),
    months,
    withheldCents: sumOf(due, ({ withheldCents, unpaidCents }) => Math.min(withheldCents, unpaidCents)),
    firstMonth: months[0]?.month,
    lastMonth: months.at(-1)?.month,
    firstDueOn: months[0]?.dueOn,
  };
}
