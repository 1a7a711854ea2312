/** Hours in which the agency works. Pure; milliseconds in, milliseconds out. */
import { inParis, isFrenchHoliday, parisInstant } from '@intervia/french';

/** How time is counted: by the calendar, or the agency's working hours. */
export type Elapsed = (from: number, until: number) => number;

export const CALENDAR: Elapsed = (from, until) => until - from;

export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

const SUNDAY = 7;
const DAY_MS = 86_400_000;

interface Day {
  readonly start: number;
  readonly opens: number;
  readonly closes: number;
  /** Worked before this day. */
  readonly before: number;
}

/**
 * Time worked between two moments: not on Sundays and public holidays, nor in the quiet hours, Europe/Paris.
 * Days are laid out once, so that a measure over ten years costs two look-ups.
 */
export class WorkingTime {
  private readonly days: Day[] = [];

  constructor(
    private readonly quiet: QuietHours,
    from: number,
    until: number,
  ) {
    let day = inParis(new Date(from)).startOf('day');
    let before = 0;
    while (day.toMillis() <= until + DAY_MS) {
      const start = day.toMillis();
      const { year, month, day: date, weekday } = day;
      const rests = weekday === SUNDAY || isFrenchHoliday(year, month, date);
      const [opens, closes] = rests ? [start, start] : this.hoursOf({ year, month, day: date });
      this.days.push({ start, opens, closes, before });
      before += closes - opens;
      day = day.plus({ days: 1 }).startOf('day');
    }
  }

  between(from: number, until: number): number {
    return Math.max(0, this.worked(until) - this.worked(from));
  }

  private worked(at: number): number {
    const day = this.dayOf(at);
    if (!day) return 0;
    return day.before + Math.min(Math.max(at - day.opens, 0), day.closes - day.opens);
  }

  /** The last day that begins at or before the moment. */
  private dayOf(at: number): Day | undefined {
    const [first] = this.days;
    if (!first || at < first.start) return undefined;
    // A change of the clocks moves a day's start by an hour at most.
    let index = Math.min(Math.floor((at - first.start) / DAY_MS) + 1, this.days.length - 1);
    while (index > 0 && (this.days[index]?.start ?? 0) > at) index -= 1;
    return this.days[index];
  }

  private hoursOf(day: { year: number; month: number; day: number }): [number, number] {
    const { from, until } = this.quiet;
    const at = (hour: number) => parisInstant({ ...day, hour })?.getTime() ?? 0;
    const midnight = inParis(new Date(at(0)))
      .plus({ days: 1 })
      .startOf('day')
      .toMillis();
    // Equal hours: none is quiet. From before until: quiet within the day, and the afternoon after it is worked.
    if (from === until) return [at(0), midnight];
    return from > until ? [at(until), at(from)] : [at(until), midnight];
  }
}
