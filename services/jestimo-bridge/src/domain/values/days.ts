/** Manual, "Envoi de vos données": first rent call and signature at most two years old. */
const YEARS = 2;

/** The first day that counts, as of `day`. 29 February two years ago is 28 February. */
export function oldestDay(day: string): string {
  const year = String(Number(day.slice(0, 4)) - YEARS);
  const rest = day.slice(4);
  return `${year}${rest === '-02-29' ? '-02-28' : rest}`;
}

export const isWithin = (on: string, day: string): boolean => on !== '' && on >= oldestDay(day) && on <= day;

export const monthOf = (day: string): string => day.slice(0, 7);
