const FRENCH_DAY = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const COMPACT_DAY = /^(\d{2})(\d{2})(\d{4})$/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** "2026-03-05" of "05/03/2026", "5.3.26", "05032026"; undefined for what is no day of the calendar. */
export function readDay(typed: string): string | undefined {
  const compact = typed.trim();
  if (ISO_DAY.test(compact)) return isRealDay(compact) ? compact : undefined;
  const [, day = '', month = '', year = ''] = FRENCH_DAY.exec(compact) ?? COMPACT_DAY.exec(compact) ?? [];
  if (day === '') return undefined;
  const written = `${century(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(written) ? written : undefined;
}

export function writeDay(iso: string): string {
  const [, year, month, day] = ISO_DAY.exec(iso.slice(0, 10)) ?? [];
  return day === undefined ? '' : `${day}/${month}/${year}`;
}

/** "85" is of people born then, "26" of contracts. */
function century(year: string): string {
  if (year.length === 4) return year;
  return Number(year) > 50 ? `19${year}` : `20${year}`;
}

/** `Date` would make 3 March of 31 February. */
function isRealDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}
