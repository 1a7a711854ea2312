import { wallTime } from '@intervia/french/wall-time';

const DAY_MS = 86_400_000;
const MONDAY = 1;

/** Days of the calendar, as "2026-12-04": the one it is in Paris, and those that people say. */
export function daysAhead(now: Date) {
  const { year, month, day } = wallTime(now);
  const today = Date.UTC(year, month - 1, day);
  const later = (days: number): string => new Date(today + days * DAY_MS).toISOString().slice(0, 10);
  const weekday = new Date(today).getUTCDay();
  return {
    today: later(0),
    tomorrow: later(1),
    monday: later(((MONDAY - weekday + 6) % 7) + 1),
    week: later(7),
    month: later(30),
  };
}
