/** Public holidays of France, without the days that only Alsace and Moselle keep. */
const DAY_MS = 24 * 3_600_000;

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
