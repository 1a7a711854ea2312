import { createHash, timingSafeEqual } from 'node:crypto';

export const CSRF_HEADER = 'x-intervia-csrf';

/** Derived from the session's 256 random bits, which scripts never see: any replica can check it, none stores it. */
export function csrfTokenOf(sessionToken: string): string {
  return createHash('sha256').update(`csrf:${sessionToken}`).digest('base64url');
}

export function csrfTokenMatches(sessionToken: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const expected = Buffer.from(csrfTokenOf(sessionToken));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
