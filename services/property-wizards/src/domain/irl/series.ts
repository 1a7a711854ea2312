export type IndexName = 'IRL' | 'ILC' | 'ILAT';

/** Hundredths of a point. */
export interface Quarter {
  readonly index: IndexName;
  readonly territory: string;
  /** "2026-Q2" */
  readonly quarter: string;
  readonly value: number;
}

/** INSEE, series 001515333: IRL of metropolitan France, by year, first to fourth quarter. */
const IRL_METROPOLITAN: Readonly<Record<number, readonly number[]>> = {
  2020: [130.57, 130.57, 130.59, 130.52],
  2021: [130.69, 131.12, 131.67, 132.62],
  2022: [133.93, 135.84, 136.27, 137.26],
  2023: [138.61, 140.59, 141.03, 142.06],
  2024: [143.46, 145.17, 144.51, 144.64],
  2025: [145.47, 146.68, 145.77, 145.78],
  2026: [146.6, 148.37],
};

export const METROPOLITAN = 'FR-MET';

/** What is published with the house. Other territories and indices have series of their own, which an administrator types. */
export const PUBLISHED: readonly Quarter[] = Object.entries(IRL_METROPOLITAN).flatMap(([year, values]) =>
  values.map((value, at) => ({
    index: 'IRL' as const,
    territory: METROPOLITAN,
    quarter: `${year}-Q${String(at + 1)}`,
    value: Math.round(value * 100),
  })),
);

export const isQuarter = (text: string): boolean => /^(19|20|21)\d{2}-Q[1-4]$/u.test(text);

export const quarterAfter = (quarter: string, years: number): string =>
  `${String(Number(quarter.slice(0, 4)) + years)}${quarter.slice(4)}`;

export const valueAt = (
  table: readonly Quarter[],
  index: string,
  territory: string,
  quarter: string,
): number | undefined =>
  table.find((row) => row.index === index && row.territory === territory && row.quarter === quarter)?.value;

/** Newest first; what the agency added beside what is published. */
export function indexTable(added: readonly Quarter[]): Quarter[] {
  const known = new Set(PUBLISHED.map(keyOf));
  return [...PUBLISHED, ...added.filter((row) => !known.has(keyOf(row)))].sort(
    (one, other) => other.quarter.localeCompare(one.quarter) || one.index.localeCompare(other.index),
  );
}

export const keyOf = ({ index, territory, quarter }: Omit<Quarter, 'value'>): string =>
  `${index}/${territory}/${quarter}`;
