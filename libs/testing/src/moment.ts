/** By which `npm test -- --at …` gives a program another date (libfaketime), in `deploy/shifted-clock.mjs`. */
const SHIFT = ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_DONT_FAKE_MONOTONIC', 'DONT_FAKE_MONOTONIC'];

/** What a program needs to live at the date of the one that starts it, when it gets no other variable of it. */
export const ownMoment = (env = process.env): Record<string, string> =>
  Object.fromEntries(SHIFT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
