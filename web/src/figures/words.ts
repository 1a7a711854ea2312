import type { Spread } from '../api/types.js';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat('fr-FR', {
  ...{ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' },
});
const month = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What nobody measured. */
export const NOTHING = '–';

/** "45 min", "5 h 20", "3 j 4 h"; working hours have no days: "26 h". */
export function formatSpan(seconds: number | undefined, hours: 'CALENDAR' | 'WORKING'): string {
  if (seconds === undefined) return NOTHING;
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  if (hours === 'CALENDAR' && seconds >= DAY) {
    const whole = Math.round(seconds / HOUR);
    const rest = whole % 24;
    return `${Math.floor(whole / 24)} j${rest > 0 ? ` ${rest} h` : ''}`;
  }
  const rest = minutes % 60;
  return `${number.format(Math.floor(minutes / 60))} h${rest > 0 ? ` ${String(rest).padStart(2, '0')}` : ''}`;
}

export const hoursIn = (spread: Spread | undefined): number =>
  Math.round(((spread?.medianSeconds ?? 0) / HOUR) * 10) / 10;

export const formatNumber = (value: number): string => number.format(value);

export const formatShare = (count: number, total: number): string =>
  total > 0 ? percent.format(count / total) : NOTHING;

/** "+12 %"; nothing to compare with gives nothing. */
export function formatChange(now: number | undefined, before: number | undefined): string {
  if (now === undefined || before === undefined || before === 0) return NOTHING;
  return signed.format((now - before) / Math.abs(before));
}

/** "mars 2026" of "2026-03". */
export const formatMonth = (key: string): string => month.format(new Date(`${key}-01T00:00:00Z`));
