import { inParis, parisDay } from '@intervia/french';

const HOUR_MS = 3600_000;

/** The next full hour that is at least this many hours away. */
export function nextFullHour(moment: Date, hoursAway: number): Date {
  return new Date(Math.ceil(moment.getTime() / HOUR_MS + hoursAway) * HOUR_MS);
}

/** What a person in Paris types into a date field and a time field: `2026-11-25`, `10:00`. */
export function parisForm(moment: Date): { day: string; time: string } {
  return { day: parisDay(moment), time: inParis(moment).toFormat('HH:mm') };
}
