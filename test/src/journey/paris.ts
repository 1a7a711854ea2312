const DAY_MS = 24 * 3600_000;
const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
const timeOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', timeStyle: 'short' });

/** The day in Paris, `2026-11-25`, this many days after the moment. */
export function parisDay(moment: Date, daysLater: number): string {
  return dayOf.format(new Date(moment.getTime() + daysLater * DAY_MS));
}

/** The moment at which a clock in Paris shows this day and time. */
export function parisMoment(day: string, time: string): Date {
  const candidates = [1, 2].map((offset) => new Date(Date.parse(`${day}T${time}:00Z`) - offset * 3600_000));
  const found = candidates.find((moment) => timeOf.format(moment) === time && dayOf.format(moment) === day);
  if (!found) throw new RangeError(`${day} ${time} does not exist in Paris`);
  return found;
}
