/** Calendar dates are texts, YYYY-MM-DD, and compare as texts; no zone can shift them. */

const DAY_MS = 86_400_000;
const FORMAT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Refuses 31 February, and years that nobody means. */
export function isDate(text: string): boolean {
  const match = FORMAT.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return (
    year >= 1850 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
  );
}

/** @param month 1 to 12 */
export function daysOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function partsOf(date: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

export function dateOf(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

export function addDays(date: string, days: number): string {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The same day of a later month, or its last day: 31 January plus a month is 28 or 29 February. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dateOf(newYear, newMonth, Math.min(day, daysOfMonth(newYear, newMonth)));
}

/** Days from one to the other, both counted. */
export function daysBetween(from: string, to: string): number {
  const time = (date: string): number => {
    const { year, month, day } = partsOf(date);
    return Date.UTC(year, month - 1, day);
  };
  return Math.round((time(to) - time(from)) / DAY_MS) + 1;
}

export function endOfMonth(date: string): string {
  const { year, month } = partsOf(date);
  return dateOf(year, month, daysOfMonth(year, month));
}

export const startOfMonth = (date: string): string => `${date.slice(0, 8)}01`;
