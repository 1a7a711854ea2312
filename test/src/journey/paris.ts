import { inParis, parisDay } from '@intervia/french';
import { isNightHour } from '@intervia/rules';

const HOUR_MS = 3600_000;
const HOURS_OF_DAY = 24;

/** The next full hour by day that is at least this many hours away: a visit at night is asked about once more. */
export function nextFullHour(moment: Date, hoursAway: number): Date {
  const first = Math.ceil(moment.getTime() / HOUR_MS + hoursAway);
  const isByDay = (hour: number): boolean => !isNightHour(inParis(new Date(hour * HOUR_MS)).hour);
  const soonest = Array.from({ length: HOURS_OF_DAY }, (_, later) => first + later).find(isByDay);
  return new Date((soonest ?? first) * HOUR_MS);
}

/** What a person in Paris types into a date field and a time field: `2026-11-25`, `10:00`. */
export function parisForm(moment: Date): { day: string; time: string } {
  return { day: parisDay(moment), time: inParis(moment).toFormat('HH:mm') };
}
