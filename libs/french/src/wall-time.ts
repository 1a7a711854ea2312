/** What a clock on a wall in Paris shows, and when it shows it: also for browsers, which bring the zones with them. */
export const PARIS = 'Europe/Paris';

export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const clock = new Intl.DateTimeFormat('en', {
  ...{ timeZone: PARIS, hourCycle: 'h23' },
  ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
});

export function wallTime(at: Date): Required<WallTime> {
  const parts = clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]);
  const { year, month, day, hour, minute } = Object.fromEntries(parts) as Required<WallTime>;
  return { year, month, day, hour, minute };
}

/**
 * When the clock shows this. An hour that comes twice in autumn is the first one; the hour that summer time skips
 * gives the one after, as clocks are moved on. Undefined when there is no such day or hour at all.
 */
export function parisInstant(wall: WallTime): Date | undefined {
  const asUtc = utcOf(wall);
  if (asUtc === undefined) return undefined;
  const early = asUtc - aheadOfUtc(asUtc - DAY_MS);
  const late = asUtc - aheadOfUtc(asUtc + DAY_MS);
  return new Date([early, late].find((at) => at + aheadOfUtc(at) === asUtc) ?? early);
}

/** Whether the clock ever shows it: not so for the hour that summer time skips. */
export function existsInParis(wall: WallTime): boolean {
  const at = parisInstant(wall);
  return at !== undefined && utcOf(wallTime(at)) === utcOf(wall);
}

/** Whether there is such a day: no 31 February. */
export const isDay = ({ year, month, day }: WallTime): boolean => utcOf({ year, month, day }) !== undefined;

/** In milliseconds. */
const aheadOfUtc = (at: number): number =>
  (utcOf(wallTime(new Date(at))) ?? 0) - Math.floor(at / MINUTE_MS) * MINUTE_MS;

/** As if it were the clock of UTC; undefined when no calendar has it. */
function utcOf({ year, month, day, hour = 0, minute = 0 }: WallTime): number | undefined {
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
  const written = `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`;
  const at = new Date(`${written}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? at.getTime() : undefined;
}
