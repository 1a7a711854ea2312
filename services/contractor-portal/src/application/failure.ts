import type { Notice } from './ports/page-renderer.js';

/** What an error of another service means for the person in front of the page. */
export type Failure =
  | { kind: 'conflict'; notice: Notice }
  | { kind: 'invalid'; code: string }
  | { kind: 'gone' }
  | { kind: 'unavailable' };

const byCode: Readonly<Record<string, Failure>> = {
  LINK_UNKNOWN: { kind: 'gone' },
  LINK_EXPIRED: { kind: 'gone' },
  TICKET_NOT_FOUND: { kind: 'gone' },
  MISSION_NOT_FOUND: { kind: 'gone' },
  TICKET_ALREADY_CLOSED: { kind: 'conflict', notice: 'closed' },
  ACTION_NOT_ALLOWED: { kind: 'conflict', notice: 'not-allowed' },
  // Others wrote the ticket at the same moment, several times: trying again is the answer.
  VERSION_CONFLICT: { kind: 'unavailable' },
};

/** Undefined for a fault of our own, which nobody but us can mend. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, kind } = error as Error & { code?: unknown; kind?: unknown };
  if (typeof code !== 'string') return undefined;
  if (Object.hasOwn(byCode, code)) return byCode[code];
  if (kind === 'unavailable') return { kind: 'unavailable' };
  if (kind === 'invalid') return { kind: 'invalid', code };
  return undefined;
}
