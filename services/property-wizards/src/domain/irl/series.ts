import { dateOf, endOfMonth } from '../values/dates.js';

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

/** Of the IRL, Corsica and the overseas departments have series of their own. The other indices are one for the country. */
const TERRITORY_OF: readonly (readonly [postalCode: RegExp, territory: string])[] = [
  [/^20/u, 'FR-20'],
  [/^97[1-46]/u, 'FR-DROM'],
];

/** Which series the rent of a place follows. */
export function territoryOf(index: string, postalCode: string): string {
  if (index !== 'IRL') return METROPOLITAN;
  return TERRITORY_OF.find(([begins]) => begins.test(postalCode))?.[1] ?? METROPOLITAN;
}

/** What is published with the house. Other territories and indices have series of their own, which an administrator types. */
export const PUBLISHED: readonly Quarter[] = Object.entries(IRL_METROPOLITAN).flatMap(([year, values]) =>
  values.map((value, at) => ({
    index: 'IRL' as const,
    territory: METROPOLITAN,
    quarter: `${year}-Q${String(at + 1)}`,
    value: Math.round(value * 100),
  })),
);

/** Its last day. */
export const endOfQuarter = (quarter: string): string =>
  endOfMonth(dateOf(Number(quarter.slice(0, 4)), Number(quarter.slice(6)) * 3, 1));

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
