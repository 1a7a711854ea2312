import type { EventFeed } from '@intervia/messaging';
import type { LiveFact } from './facts.js';
import { factOf, LIVE_SCHEMAS } from './facts.js';

/** Beyond this, reading everything again is cheaper than being told. */
const MOST_FACTS = 2_000;
/** Stored events come without a pause; after one, there are no more. */
const SILENCE_MS = 2_000;

export interface ReplayOptions {
  readonly feed: EventFeed;
  readonly after: number;
  /** Sequence of the newest fact, when known. */
  readonly head: () => number | undefined;
  readonly signal: AbortSignal;
  readonly tell: (fact: LiveFact) => void;
}

/** Tells the facts stored after a sequence. @returns false when some may be missing. */
export async function replay({ feed, after, head, signal, tell }: ReplayOptions): Promise<boolean> {
  const newest = head();
  if (newest !== undefined && after >= newest) return after === newest;
  const quiet = new AbortController();
  const timer = setTimeout(() => quiet.abort(), SILENCE_MS);
  let told = 0;
  try {
    const stop = AbortSignal.any([signal, quiet.signal]);
    for await (const item of feed.read({ schemas: LIVE_SCHEMAS, afterSequence: after, signal: stop })) {
      timer.refresh();
      const fact = factOf(item);
      if (fact) tell(fact);
      if (item.meta.sequence >= (head() ?? Infinity)) return true;
      if (++told >= MOST_FACTS) return false;
    }
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
  // The head is known and was not reached, or is unknown: then silence after facts was the end of them.
  return head() === undefined && told > 0;
}
