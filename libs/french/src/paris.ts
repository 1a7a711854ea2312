/** The calendar of Paris: days, and the same hour on another day, also over a change of the clocks. */
import { DateTime } from 'luxon';
import { PARIS } from './wall-time.js';

export const inParis = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: PARIS }).setLocale('fr');

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
