/** Paris time, once: the days, hours and changes of the clock that people mean. Instants in, instants out. */
import { DateTime } from 'luxon';

export const PARIS = 'Europe/Paris';

/** What a clock on a wall in Paris shows. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
}

export const inParis = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: PARIS }).setLocale('fr');

/** Whether there is such a day: no 31 February. */
export const isDay = ({ year, month, day }: WallTime): boolean =>
  DateTime.fromObject({ year, month, day }, { zone: PARIS }).isValid;

/**
 * When the clock shows this. An hour that comes twice in autumn is the first one; the hour that summer time skips
 * gives the one after, as clocks are moved on. Undefined when there is no such day or hour at all.
 */
export function parisInstant(wall: WallTime): Date | undefined {
  // Which of two equal hours luxon takes by itself depends on today's season.
  const at = DateTime.fromObject({ ...wall }, { zone: PARIS });
  return at.isValid ? at.getPossibleOffsets()[0]?.toJSDate() : undefined;
}

/** Whether the clock ever shows it: not so for the hour that summer time skips. */
export function existsInParis(wall: WallTime): boolean {
  const at = DateTime.fromObject({ ...wall }, { zone: PARIS });
  return at.isValid && at.hour === (wall.hour ?? 0) && at.minute === (wall.minute ?? 0);
}

export const startOfParisDay = (at: Date): Date => inParis(at).startOf('day').toJSDate();

/** The same hour so many days of the calendar later (or before), also over a change of the clocks. */
export function addParisDays(at: Date, days: number): Date {
  const { year, month, day, hour, minute, second, millisecond } = inParis(at).plus({ days });
  const wall = DateTime.fromObject({ year, month, day, hour, minute, second, millisecond }, { zone: PARIS });
  return (wall.getPossibleOffsets()[0] ?? wall).toJSDate();
}

/** Midnight at the beginning of the day that follows. */
export const startOfNextParisDay = (at: Date): Date =>
  inParis(at).plus({ days: 1 }).startOf('day').toJSDate();

/** `2026-11-25` */
export const parisDay = (at: Date): string => inParis(at).toISODate() ?? '';
