import { setTimeout as delay } from 'node:timers/promises';

/** Answers that say "later": by the platform, or by a proxy in front of it. */
const LATER: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export interface Persistence {
  /** Tries in all. */
  readonly tries: number;
  readonly signal?: AbortSignal;
  /** Told before each pause. */
  readonly onRetry?: (why: { status?: number; error?: unknown; pauseMs: number }) => void;
}

/** Sends a request that may be sent twice until it is answered, pausing as the answer says (Retry-After), else longer each time. */
export async function persistently(
  send: () => Promise<Response>,
  { tries, signal, onRetry }: Persistence,
): Promise<Response> {
  for (let tried = 1; ; tried += 1) {
    const { answer, error } = await attempt(send);
    if (answer && !LATER.has(answer.status)) return answer;
    if (tried >= tries || signal?.aborted) {
      if (answer) return answer;
      throw error;
    }
    await answer?.body?.cancel();
    const pauseMs = pauseOf(answer, tried);
    onRetry?.({ status: answer?.status, error, pauseMs });
    await delay(pauseMs, undefined, { signal });
  }
}

async function attempt(send: () => Promise<Response>): Promise<{ answer?: Response; error?: unknown }> {
  try {
    return { answer: await send() };
  } catch (error) {
    return { error };
  }
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3); without it twice as long as before. */
function pauseOf(answer: Response | undefined, tried: number): number {
  const asked = answer?.headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1_000;
  const wanted = Number.isFinite(seconds) ? seconds * 1_000 : FIRST_PAUSE_MS * 2 ** (tried - 1);
  return Math.min(Math.max(wanted, 0), LONGEST_PAUSE_MS);
}
