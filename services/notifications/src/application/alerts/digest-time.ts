import { addParisDays, inParis, parisInstant } from '@intervia/french';

/** The next time that it is `hour` o'clock in Paris, after `now`; also on the days when the clocks change. */
export function nextDigestAt(now: Date, hour: number): Date {
  const on = (moment: Date): Date => {
    const { year, month, day } = inParis(moment);
    return parisInstant({ year, month, day, hour }) ?? moment;
  };
  const today = on(now);
  return today > now ? today : on(addParisDays(now, 1));
}
