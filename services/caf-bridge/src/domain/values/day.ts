/** A calendar day in Paris, `YYYY-MM-DD`: days compare as texts. */
export type Day = string;
/** `YYYY-MM`. */
export type Month = string;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const firstDayOf = (month: Month): Day => `${month}-01`;

/** Whether it is a day of the calendar, not only its shape. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const lastDays = new Map<Month, Day>();

/** Asked for each of many tenants, of the same few months. */
export function lastDayOf(month: Month): Day {
  const found = lastDays.get(month) ?? endOf(month);
  if (lastDays.size < 1_000) lastDays.set(month, found);
  return found;
}

function endOf(month: Month): Day {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${pad(new Date(Date.UTC(year, number, 0)).getUTCDate(), 2)}`;
}

/** The same day of another month, or that month's last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const target = `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`;
  const wanted = `${target}-${pad(date, 2)}`;
  const last = lastDayOf(target);
  return wanted > last ? last : wanted;
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
