import type { Debt } from '../selection/debt.js';
import type { Day } from '../values/day.js';
import { addMonths, daysBetween } from '../values/day.js';
import type { LegalRuleCode, RuleFacts } from './legal-rules.js';
import { LEGAL_RULES, REPORT_WITHIN_MONTHS } from './legal-rules.js';

export interface Constituted {
  rule: LegalRuleCode;
  on: Day;
  source: string;
  /** Cents; 0 for the rule that counts months. */
  thresholdCents: number;
}

/**
 * The day on which the debt became one that the law wants reported, and the rule of that day. Nothing while no rule is met.
 * @param firstDefaultOn the first default of a debt that was never wholly paid since
 */
export function constitutedBy(
  debt: Debt,
  facts: Omit<RuleFacts, 'debtCents'>,
  firstDefaultOn: Day | undefined,
  today: Day,
): Constituted | undefined {
  if (debt.cents <= 0) return undefined;
  let earliest: Constituted | undefined;
  for (const row of LEGAL_RULES) {
    const thresholdCents = row.amount?.threshold({ ...facts, debtCents: debt.cents }) ?? 0;
    const met = row.amount
      ? dayReached(debt, thresholdCents, row.amount.reached)
      : (firstDefaultOn ?? debt.firstDueOn) &&
        addMonths(firstDefaultOn ?? debt.firstDueOn ?? today, row.monthsAfterDefault ?? 0);
    if (!met) continue;
    // A state that lasts meets the rule on the rule's first day.
    const on = met < row.from ? row.from : met;
    if (on > row.until || on > today) continue;
    if (!earliest || on < earliest.on) earliest = { rule: row.code, on, source: row.source, thresholdCents };
  }
  return earliest;
}

/** The due date whose month made the debt reach the threshold. */
function dayReached(debt: Debt, thresholdCents: number, reached: 'atLeast' | 'above'): Day | undefined {
  let sum = 0;
  for (const { owedCents, dueOn } of debt.months) {
    sum += owedCents;
    if (reached === 'atLeast' ? sum >= thresholdCents : sum > thresholdCents) return dueOn;
  }
  return undefined;
}

export interface Countdown {
  deadline: Day;
  /** Negative once it has passed. */
  daysLeft: number;
}

export function countdown(constitutedOn: Day, today: Day): Countdown {
  const deadline = addMonths(constitutedOn, REPORT_WITHIN_MONTHS);
  return { deadline, daysLeft: daysBetween(today, deadline) };
}
