/** Periods as people give them: days in Paris, both included. */
import { AppError } from '@intervia/rules';
import { inParis, parisDay, parisInstant } from '@intervia/french';
import type { Period } from './segment.js';

const MOST_YEARS = 10;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export class InvalidPeriod extends AppError.of('INVALID_PERIOD', 'invalid') {}

export class PeriodTooLong extends AppError {
  constructor() {
    super('PERIOD_TOO_LONG', 'invalid', { years: String(MOST_YEARS) });
  }
}

/** @throws InvalidPeriod when it is no day, or ends before it begins; PeriodTooLong beyond ten years. */
export function toPeriod(from: string, until: string): Period {
  const first = instantOf(from);
  const last = instantOf(until);
  if (!first || !last || last < first) throw new InvalidPeriod();
  if (inParis(first).plus({ years: MOST_YEARS }).toMillis() <= last.getTime()) throw new PeriodTooLong();
  return { from: first.getTime(), until: inParis(last).plus({ days: 1 }).startOf('day').toMillis() };
}

export const firstDay = ({ from }: Period): string => parisDay(new Date(from));
export const lastDay = ({ until }: Period): string => parisDay(new Date(until - 1));

/** As many days, right before. */
export function before(period: Period): Period {
  const from = inParis(new Date(period.from)).startOf('day');
  const days = Math.round(inParis(new Date(period.until)).diff(from, 'days').days);
  return { from: from.minus({ days }).startOf('day').toMillis(), until: period.from };
}

export const isDay = (day: string): boolean => instantOf(day) !== undefined;

function instantOf(day: string): Date | undefined {
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (!year) return undefined;
  const wall = { year: Number(year), month: Number(month), day: Number(date) };
  return parisInstant(wall);
}

/** "2026-11": the month in Paris of a moment. Of many moments in order, each month is looked up once. */
export function monthsInParis(): (at: number) => string {
  let known = { name: '', from: 0, until: 0 };
  return (at) => {
    if (at < known.from || at >= known.until) {
      const month = inParis(new Date(at)).startOf('month');
      const until = month.plus({ months: 1 }).toMillis();
      known = { name: month.toFormat('yyyy-MM'), from: month.toMillis(), until };
    }
    return known.name;
  };
}
