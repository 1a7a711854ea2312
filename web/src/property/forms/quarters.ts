/** "2026-Q2" as people say it: "T2 2026"; anything else as it is. */
export const writeQuarter = (quarter: string): string => quarter.replace(/^(\d{4})-Q([1-4])$/, 'T$2 $1');

/** "2025-Q2" of "T2 2025", "2/2025", "2025 T2". */
export function readQuarter(typed: string): string | undefined {
  const text = typed.trim();
  const [, year, quarter] =
    /^(\d{4})\s*[-/ ]?\s*[QqTt]?([1-4])$/.exec(text) ??
    reversed(/^[QqTt]?([1-4])\s*[-/ ]\s*(\d{4})$/.exec(text)) ??
    [];
  return year === undefined ? undefined : `${year}-Q${quarter}`;
}

function reversed(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found ? [found[0], found[2], found[1]] : undefined;
}
