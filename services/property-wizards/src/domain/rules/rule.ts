/** A row of the law. A new decree is a row, not a release of other code. */
export interface Rule {
  readonly id: string;
  /** Of the finding that it makes. */
  readonly code: string;
  /** Rules that were not read in the text of the law itself only warn. */
  readonly severity: 'REFUSES' | 'WARNS';
  /** First day in force. */
  readonly from: string;
  /** Last day in force; '' while it is. */
  readonly until: string;
  /** "FR", "FR-MET", or the commune that it is for. */
  readonly territory: string;
  readonly source: string;
  readonly values: Readonly<Record<string, string>>;
}

export const inForce = (rules: readonly Rule[], on: string): readonly Rule[] =>
  rules.filter(({ from, until }) => from <= on && (until === '' || on <= until));

/** The row in force on a day; the newest where two are. */
export function ruleOn(rules: readonly Rule[], id: string, on: string): Rule | undefined {
  return inForce(rules, on)
    .filter((rule) => rule.id === id)
    .sort((one, other) => other.from.localeCompare(one.from))[0];
}

export const valueOf = (rule: Rule, name: string): number => Number(rule.values[name] ?? 0);
