import type { Dice } from './random.js';

const DAY = 86_400_000;
const PAST_DAYS = 730;
/** The newest one still has the time to be closed. */
const NEWEST_DAYS = 2;

/** Few call on a Saturday, nearly none on a Sunday. */
const WEEKDAY_WEIGHT = [0.03, 1.25, 1.1, 1, 1, 0.95, 0.15];
/** UTC hours of an agency in Lyon: 8 to 18 o'clock there, less around noon. */
const HOUR_WEIGHT: readonly { hour: number; weight: number }[] = [
  { hour: 7, weight: 12 },
  { hour: 8, weight: 18 },
  { hour: 9, weight: 16 },
  { hour: 10, weight: 10 },
  { hour: 11, weight: 4 },
  { hour: 12, weight: 8 },
  { hour: 13, weight: 14 },
  { hour: 14, weight: 12 },
  { hour: 15, weight: 9 },
  { hour: 16, weight: 4 },
];

/** When the past tickets were opened: working hours of the 24 months before `now`, oldest first. */
export function openings(count: number, now: Date, dice: Dice): Date[] {
  const today = Math.floor(now.getTime() / DAY);
  const days = Array.from({ length: PAST_DAYS - NEWEST_DAYS }, (_, at) => today - NEWEST_DAYS - at);
  // 1 January 1970 was a Thursday.
  const cumulated = days.map((day) => WEEKDAY_WEIGHT[(day + 4) % 7] ?? 0);
  for (let at = 1; at < cumulated.length; at++)
    cumulated[at] = (cumulated[at] ?? 0) + (cumulated[at - 1] ?? 0);
  const total = cumulated.at(-1) ?? 0;
  return Array.from({ length: count }, () => {
    const mark = dice.fraction() * total;
    const day = days[cumulated.findIndex((sum) => sum > mark)] ?? today - NEWEST_DAYS;
    const { hour } = dice.pickWeighted(HOUR_WEIGHT, ({ weight }) => weight);
    return new Date(day * DAY + hour * 3_600_000 + dice.between(0, 59) * 60_000 + dice.between(0, 59) * 1000);
  }).sort((a, b) => a.getTime() - b.getTime());
}
