import { describe, expect, it } from '@jest/globals';
import { inParis, parisInstant } from '@intervia/french';
import { fromLocalInput, toLocalInput } from './dates.js';

/** Browsers bring Paris time with them and need no library for it; what they read is held to the services' own. */
const QUARTER_MS = 900_000;
const quarters = (day: string) =>
  Array.from({ length: 3 * 96 }, (_, n) => new Date(Date.parse(day) + n * QUARTER_MS));

describe('Paris time in the browser', () => {
  it.each(['2026-03-28', '2026-10-24', '2027-03-27', '2028-02-28', '2026-12-30'])(
    'is that of the services, around %s',
    (day) => {
      for (const at of quarters(`${day}T00:00:00Z`)) {
        const typed = at.toISOString().slice(0, 16);
        const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = typed.split(/[-T:]/).map(Number);
        expect(fromLocalInput(typed)).toBe(
          parisInstant({ year, month, day: date, hour, minute })?.toISOString(),
        );
        expect(toLocalInput(at)).toBe(inParis(at).toFormat("yyyy-MM-dd'T'HH:mm"));
      }
    },
  );
});
