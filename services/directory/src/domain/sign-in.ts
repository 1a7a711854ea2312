const MINUTE = 60_000;

/** Sliding: a session in use does not end in the middle of a working day. */
export const SESSION_MS = 12 * 60 * MINUTE;
/** However much it is used (ASVS 5, 7.3.2). */
export const LONGEST_SESSION_MS = 30 * 24 * 60 * MINUTE;
/** A session is prolonged at most this often, so that reading does not mean writing. */
const PROLONG_EVERY_MS = 10 * MINUTE;
/** For so long a proof of who it is counts, the sign-in's own included. */
const CONFIRMED_MS = 15 * MINUTE;

export const FAILURE_WINDOW_MS = 15 * MINUTE;
/** Between the password and the second factor. */
export const STEP_MS = 5 * MINUTE;
export const MOST_STEP_TRIES = 5;

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

export const sessionEnd = (now: Date, openedAt: Date): Date => {
  const slid = after(now, SESSION_MS);
  const last = after(openedAt, LONGEST_SESSION_MS);
  return slid < last ? slid : last;
};

export const isOver = (expiresAt: Date, now: Date): boolean => expiresAt <= now;

export const isWorthProlonging = (expiresAt: Date, now: Date, openedAt: Date): boolean =>
  sessionEnd(now, openedAt).getTime() - expiresAt.getTime() >= PROLONG_EVERY_MS;

/** Undefined: never. */
export const confirmedUntil = (confirmedAt: Date | undefined): Date | undefined =>
  confirmedAt && after(confirmedAt, CONFIRMED_MS);

export const isConfirmed = (confirmedAt: Date | undefined, now: Date): boolean =>
  confirmedAt !== undefined && after(confirmedAt, CONFIRMED_MS) > now;

/** How sign-in compares mails. */
export const normaliseMail = (mail: string): string => mail.trim().toLowerCase();
