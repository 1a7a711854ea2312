import { DateTime } from 'luxon';

const ZONE = 'Europe/Paris';

/** The next time that it is `hour` o'clock in Paris, after `now`; also on the days when the clocks change. */
export function nextDigestAt(now: Date, hour: number): Date {
  const local = DateTime.fromJSDate(now, { zone: ZONE });
  const today = local.set({ hour, minute: 0, second: 0, millisecond: 0 });
  return (
    today > local ? today : local.plus({ days: 1 }).set({ hour, minute: 0, second: 0, millisecond: 0 })
  ).toJSDate();
}
