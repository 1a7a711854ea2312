import type { HistoryRecord } from './record.js';

const INSIDE: ReadonlySet<HistoryRecord['actor']['kind']> = new Set(['USER', 'SYSTEM']);
/** What the system finds out, and that somebody of the agency must know at once. */
const CANNOT_WAIT: ReadonlySet<HistoryRecord['fact']> = new Set(['RemindersExhausted', 'AddressRefused']);

/** When the agency last heard something: a reminder that it sends itself is none. */
export const heardAt = (history: readonly HistoryRecord[]): Date | undefined =>
  history.findLast(({ actor, fact }) => !INSIDE.has(actor.kind) || CANNOT_WAIT.has(fact))?.at;
