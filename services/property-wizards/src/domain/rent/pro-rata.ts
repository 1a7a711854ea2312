import type { ProRataMethod } from '../forms/tenant-forms.js';
import {
  addDays,
  dateOf,
  daysBetween,
  daysOfMonth,
  endOfMonth,
  partsOf,
  startOfMonth,
} from '../values/dates.js';

/** Days that count, of how many; for part of one month. */
export interface Fraction {
  readonly days: number;
  readonly ofDays: number;
}

type Method = Exclude<ProRataMethod, ''>;

/** Both days are in one month and counted. */
function fractionOf(from: string, to: string, method: Method): Fraction {
  const { year, month, day } = partsOf(from);
  const length = daysOfMonth(year, month);
  switch (method) {
    case 'ACTUAL_DAYS':
      return { days: daysBetween(from, to), ofDays: length };
    case 'THIRTY_360': {
      // The last day of a month is the thirtieth, be it the 28th or the 31st.
      const first = Math.min(day, 30);
      const last = to === endOfMonth(to) ? 30 : Math.min(partsOf(to).day, 30);
      return { days: Math.max(last - first + 1, 0), ofDays: 30 };
    }
    case 'TWELFTHS_365': {
      // A year's rent over its 365 days: twelve months over 365.
      if (from === startOfMonth(from) && to === endOfMonth(to)) return { days: 1, ofDays: 1 };
      return { days: daysBetween(from, to) * 12, ofDays: 365 };
    }
  }
}

const ratio = (amount: number, days: number, ofDays: number): number => {
  const sign = amount < 0 ? -1n : 1n;
  const product = BigInt(Math.abs(amount)) * BigInt(days) * 2n;
  return Number((sign * (product + BigInt(ofDays))) / (BigInt(ofDays) * 2n));
};

/** What is due from the first of the month up to a day: parts are differences of these, so that they sum to the month. */
function dueUntil(amountCents: number, day: string, method: Method): number {
  const first = startOfMonth(day);
  if (day === endOfMonth(day)) return amountCents;
  const { days, ofDays } = fractionOf(first, day, method);
  const due = ratio(amountCents, Math.min(days, ofDays), ofDays);
  return due;
}

/**
 * A month's amount for the days from one to the other (of one month, both counted). Parts that follow each other sum
 * exactly to the month, whatever the method and the amounts.
 */
export function partOfMonth(amountCents: number, from: string, to: string, method: Method): number {
  const before = from === startOfMonth(from) ? 0 : dueUntil(amountCents, addDays(from, -1), method);
  return dueUntil(amountCents, to, method) - before;
}

export interface Part {
  readonly from: string;
  readonly to: string;
  readonly fraction: Fraction;
}

/** A period cut at the ends of its months. */
export function months(from: string, to: string, method: Method): Part[] {
  const parts: Part[] = [];
  for (let start = from; start <= to; start = addDays(endOfMonth(start), 1)) {
    const end = endOfMonth(start) < to ? endOfMonth(start) : to;
    parts.push({ from: start, to: end, fraction: fractionOf(start, end, method) });
  }
  return parts;
}

/** A monthly amount over a period of several months. */
export const amountOver = (amountCents: number, from: string, to: string, method: Method): number =>
  months(from, to, method).reduce(
    (sum, part) => sum + partOfMonth(amountCents, part.from, part.to, method),
    0,
  );

/** VAT on top, to the cent. Rates in hundredths of a per cent. */
export const withVat = (amountCents: number, vat: number): number =>
  amountCents + ratio(amountCents, vat, 10_000);

export const methodOr = (method: ProRataMethod, otherwise: Method = 'ACTUAL_DAYS'): Method =>
  method || otherwise;

/** Quarters are those of the calendar. */
export function endOfPeriod(date: string, monthsOfPeriod: number): string {
  const { year, month } = partsOf(date);
  const last = Math.ceil(month / monthsOfPeriod) * monthsOfPeriod;
  return endOfMonth(dateOf(year, last, 1));
}
