import { addParisDays, inParis, parisInstant } from '@intervia/french';

const MINUTE = 60_000;
/** Of a working day, in minutes since midnight in Paris. */
const OPENS = 8 * 60 + 30;
const CLOSES = 17 * 60 + 45;
/** The newest that happened is at least that old. */
const JUST_NOW = 20;

const minutesOf = (at: Date): number => inParis(at).hour * 60 + inParis(at).minute;
const isWorked = (at: Date): boolean => inParis(at).weekday <= 5;

/** Working days around now, told from today: -1 is the working day before, 1 the next one. */
export class Days {
  private readonly today: Date;

  constructor(private readonly now: Date) {
    this.today = this.nearestWorked(now, minutesOf(now) < OPENS + 2 * JUST_NOW ? -1 : 0);
  }

  /** A moment of that working day, never after now. @param part of the day, 0 to 1 */
  past(day: number, part: number): Date {
    const at = this.shifted(this.today, day);
    const isToday = day === 0 && inParis(at).hasSame(inParis(this.now), 'day');
    const end = isToday ? Math.min(CLOSES, minutesOf(this.now) - JUST_NOW) : CLOSES;
    return this.atMinute(at, Math.round(OPENS + (end - OPENS) * part));
  }

  /** When somebody comes: that working day at a full quarter. 0 is later today, or else the next working day. */
  visit(day: number, hour: number, minute = 0): Date {
    if (day < 0) return this.atMinute(this.shifted(this.today, day), hour * 60 + minute);
    if (day === 0 && isWorked(this.now) && minutesOf(this.now) < (hour - 1) * 60)
      return this.atMinute(this.now, hour * 60 + minute);
    return this.atMinute(this.shifted(this.nearestWorked(this.now, 0), Math.max(day, 1)), hour * 60 + minute);
  }

  private nearestWorked(from: Date, shift: number): Date {
    let at = addParisDays(from, shift);
    while (!isWorked(at)) at = addParisDays(at, -1);
    return at;
  }

  private shifted(from: Date, days: number): Date {
    let at = from;
    for (let left = Math.abs(days); left > 0;) {
      at = addParisDays(at, Math.sign(days));
      if (isWorked(at)) left -= 1;
    }
    return at;
  }

  private atMinute(day: Date, minutes: number): Date {
    const { year, month, day: date } = inParis(day);
    const wall = { year, month, day: date, hour: Math.floor(minutes / 60), minute: minutes % 60 };
    return parisInstant(wall) ?? new Date(day.getTime() + minutes * MINUTE);
  }
}
