import { existsInParis, inParis, isDay, parisInstant } from '@intervia/french';

const FARTHEST = { years: 1 };
/** One may accept while at the door, and a form takes time to fill in. */
const PAST_TOLERANCE_MS = 3_600_000;

const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u;
const FRENCH_DATE = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/u;
const TIME = /^(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?)\s*(?:mn?|min)?$/u;

export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** A date as a browser sends it (2026-11-25), or as people type it where the browser has no date field (25/11/26). */
export function parseDate(text: string): CalendarDate | undefined {
  const iso = ISO_DATE.exec(text);
  const french = FRENCH_DATE.exec(text);
  const parts = iso ? iso.slice(1) : french?.slice(1).reverse();
  if (!parts) return undefined;
  const [year = NaN, month = NaN, day = NaN] = parts.map(Number);
  const date = { year: year < 100 ? 2000 + year : year, month, day };
  return isDay(date) ? date : undefined;
}

/** 14:30, 14h30, 14h, 9.15 */
export function parseTime(text: string): { hour: number; minute: number } | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const time = { hour: Number(match[1]), minute: Number(match[2] ?? 0) };
  return time.hour < 24 && time.minute < 60 ? time : undefined;
}

export type ParsedAppointment = { start: Date } | { field: 'date' | 'time'; code: string };

/**
 * The instant of a visit from a date and a time of the clock in Paris, neither gone nor absurdly far.
 */
export function parseAppointment(dateText: string, timeText: string, now: Date): ParsedAppointment {
  const date = parseDate(dateText);
  const midnight = date && parisInstant(date);
  if (!midnight) return { field: 'date', code: 'DATE_INVALID' };
  const today = inParis(now).startOf('day');
  if (midnight < today.toJSDate()) return { field: 'date', code: 'DATE_PAST' };
  if (midnight > today.plus(FARTHEST).toJSDate()) return { field: 'date', code: 'DATE_TOO_FAR' };
  const time = parseTime(timeText);
  if (!time) return { field: 'time', code: 'TIME_INVALID' };
  const wall = { ...date, ...time };
  const start = parisInstant(wall);
  // The night of summer time has no 02:30: we ask again.
  if (!start || !existsInParis(wall)) return { field: 'time', code: 'TIME_DOES_NOT_EXIST' };
  if (start.getTime() < now.getTime() - PAST_TOLERANCE_MS) return { field: 'time', code: 'TIME_PAST' };
  return { start };
}
