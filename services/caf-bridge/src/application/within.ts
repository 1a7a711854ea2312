import { setTimeout as delay } from 'node:timers/promises';

/** An answer does not wait for what takes long: it then says where that stands. */
const ANSWER_WITHIN_MS = 6_000;

/** Waits for the work, but not longer than an answer may take. The work goes on; its failure is its own to tell. */
export async function waitAWhile(work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController();
  const pause = delay(ANSWER_WITHIN_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([work, pause]);
  waiting.abort();
}
