/** French time: days, public holidays and quiet hours. Pure; instants in, instants out. */
import type { QuietHours } from '../values/model.js';

interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const DAY_MS = 86_400_000;
const SUNDAY = 0;

/** Month and day. */
const FIXED_HOLIDAYS: ReadonlySet<string> = new Set([
  '1-1',
  '5-1',
  '5-8',
  '7-14',
  '8-15',
  '11-1',
  '11-11',
  '12-25',
]);
/** Days after Easter: Easter Monday, Ascension, Whit Monday. */
const EASTER_HOLIDAYS = [1, 39, 50];

const PARIS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

function parisTime(instant: Date): WallTime {
  const parts = Object.fromEntries(
    PARIS.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

function utcOffset(instant: number): number {
  const wall = parisTime(new Date(instant));
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return asUtc - Math.floor(instant / 1000) * 1000;
}

/** Days beyond the month's end roll over, as in Date.UTC. */
function parisInstant(year: number, month: number, day: number, hour: number): Date {
  const wall = Date.UTC(year, month - 1, day, hour);
  const guess = wall - utcOffset(wall);
  // A second look, for hours close to a change of the clocks.
  return new Date(wall - utcOffset(guess));
}

export function startOfParisDay(instant: Date): Date {
  const { year, month, day } = parisTime(instant);
  return parisInstant(year, month, day, 0);
}

/** Gregorian computus (Meeus, Jones and Butcher); UTC midnight of Easter Sunday. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return Date.UTC(year, month - 1, day);
}

export function isFrenchHoliday(year: number, month: number, day: number): boolean {
  if (FIXED_HOLIDAYS.has(`${month}-${day}`)) return true;
  const date = Date.UTC(year, month - 1, day);
  const easter = easterSunday(year);
  return EASTER_HOLIDAYS.some((days) => date === easter + days * DAY_MS);
}

function isRestDay({ year, month, day }: WallTime): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() === SUNDAY || isFrenchHoliday(year, month, day);
}

/** Over midnight when they begin later than they end. */
function isQuietHour(hour: number, { from, until }: QuietHours): boolean {
  return from < until ? hour >= from && hour < until : from > until && (hour >= from || hour < until);
}

/** The instant itself, or the end of the quiet hours it falls in. Sundays and holidays are quiet whatever the hours. */
export function afterQuietHours(instant: Date, quiet: QuietHours): Date {
  let at = instant;
  for (;;) {
    const wall = parisTime(at);
    const { year, month, day, hour } = wall;
    if (isRestDay(wall)) at = parisInstant(year, month, day + 1, 0);
    else if (isQuietHour(hour, quiet)) {
      at = parisInstant(year, month, hour < quiet.until ? day : day + 1, quiet.until);
    } else return at;
  }
}
