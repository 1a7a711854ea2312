const MINUTE = 60_000;

/** Sliding: a session in use does not end in the middle of a working day. */
export const SESSION_MS = 12 * 60 * MINUTE;
/** A session is prolonged at most this often, so that reading does not mean writing. */
const PROLONG_EVERY_MS = 10 * MINUTE;

export const MOST_FAILURES = 10;
export const FAILURE_WINDOW_MS = 15 * MINUTE;

export const sessionEnd = (now: Date): Date => new Date(now.getTime() + SESSION_MS);

export const isOver = (expiresAt: Date, now: Date): boolean => expiresAt <= now;

export const isWorthProlonging = (expiresAt: Date, now: Date): boolean =>
  sessionEnd(now).getTime() - expiresAt.getTime() >= PROLONG_EVERY_MS;

/** How sign-in compares mails. */
export const normaliseMail = (mail: string): string => mail.trim().toLowerCase();
