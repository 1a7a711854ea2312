/** French time: days, public holidays and quiet hours. Pure; instants in, instants out. */
import { addParisDays, inParis, isFrenchHoliday, parisInstant, startOfNextParisDay } from '@intervia/french';
import type { QuietHours } from '../values/model.js';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const SUNDAY = 7;

function isRestDay(at: Date): boolean {
  const { year, month, day, weekday } = inParis(at);
  return weekday === SUNDAY || isFrenchHoliday(year, month, day);
}

/** Over midnight when they begin later than they end. */
function isQuietHour(hour: number, { from, until }: QuietHours): boolean {
  return from < until ? hour >= from && hour < until : from > until && (hour >= from || hour < until);
}

function endOfQuietHours(at: Date, quiet: QuietHours): Date {
  const { year, month, day } = inParis(inParis(at).hour < quiet.until ? at : startOfNextParisDay(at));
  return parisInstant({ year, month, day, hour: quiet.until }) ?? at;
}

/** Whole days are days of the calendar, over a change of the clocks too: what left at 10:00 is due at 10:00. */
export function afterDelay(since: Date, hours: number): Date {
  const days = Math.trunc(hours / DAY_HOURS);
  return new Date(addParisDays(since, days).getTime() + (hours % DAY_HOURS) * HOUR_MS);
}

/** The instant itself, or the end of the quiet hours it falls in. Sundays and holidays are quiet whatever the hours. */
export function afterQuietHours(instant: Date, quiet: QuietHours): Date {
  let at = instant;
  for (;;) {
    if (isRestDay(at)) at = startOfNextParisDay(at);
    else if (isQuietHour(inParis(at).hour, quiet)) at = endOfQuietHours(at, quiet);
    else return at;
  }
}
