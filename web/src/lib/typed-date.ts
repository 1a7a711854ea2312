import { fromLocalInput } from './dates.js';

const FRENCH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:\s+à)?\s+(\d{1,2})\s*[:hH](?:\s*(\d{2}))?$/;
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** "2026-03-05T14:30" of what people type: "05/03/2026 14:30", "5/3/26 à 14h30", "5.3.2026 9h". */
export function readWallTime(typed: string): string | undefined {
  const text = typed.trim();
  if (ISO.test(text)) return text;
  const [, day = '', month = '', year = '', hour = '', minute = '00'] = FRENCH.exec(text) ?? [];
  if (day === '') return undefined;
  const fullYear = year.length === 2 ? `20${year}` : year;
  const wallTime = `${fullYear}-${pad(month)}-${pad(day)}T${pad(hour)}:${minute}`;
  return fromLocalInput(wallTime) !== undefined ? wallTime : undefined;
}

/** The UTC instant, for the API. */
export function readInstant(typed: string): string | undefined {
  const wallTime = readWallTime(typed);
  return wallTime === undefined ? undefined : fromLocalInput(wallTime);
}

/** "05/03/2026 14:30" of an input's "2026-03-05T14:30". */
export function writeWallTime(wallTime: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(wallTime) ?? [];
  return time === undefined ? '' : `${day}/${month}/${year} ${time}`;
}

function pad(digits: string): string {
  return digits.padStart(2, '0');
}
