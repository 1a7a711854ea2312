import type { Notice } from './ports/page-renderer.js';

/** What an error of another service means for the person in front of the page. */
export type Failure =
  | { kind: 'conflict'; notice: Notice }
  | { kind: 'invalid'; code: string }
  | { kind: 'gone' }
  | { kind: 'unavailable' };

const byCode: Readonly<Record<string, Failure>> = {
  TICKET_ALREADY_CLOSED: { kind: 'conflict', notice: 'closed' },
  QUOTE_ALREADY_APPROVED: { kind: 'conflict', notice: 'rival-approved' },
  ANSWER_SETTLED: { kind: 'conflict', notice: 'settled' },
  TICKET_FULL: { kind: 'conflict', notice: 'full' },
  // Others wrote the ticket at the same moment, several times: trying again is the answer.
  VERSION_CONFLICT: { kind: 'unavailable' },
};

const byKind: Readonly<Record<string, Failure>> = {
  'not-found': { kind: 'gone' },
  conflict: { kind: 'conflict', notice: 'not-allowed' },
  forbidden: { kind: 'conflict', notice: 'not-allowed' },
  unavailable: { kind: 'unavailable' },
};

/** Undefined for a fault of our own, which nobody but us can mend. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, kind } = error as Error & { code?: unknown; kind?: unknown };
  if (typeof code !== 'string' || typeof kind !== 'string') return undefined;
  if (kind === 'invalid') return { kind, code };
  return entryOf(byCode, code) ?? entryOf(byKind, kind);
}

function entryOf(table: Readonly<Record<string, Failure>>, key: string): Failure | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
