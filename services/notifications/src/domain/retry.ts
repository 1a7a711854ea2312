const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 30 * 60_000;
/** About nine hours: an outage of a night is survived, a dead address is reported the same day. */
const MAX_ATTEMPTS = 28;

/** Exponential backoff: the wait after attempt number `attempts` (1 for the first), or none when we give up. */
export function retryDelayMs(attempts: number): number | undefined {
  if (attempts >= MAX_ATTEMPTS) return undefined;
  return Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
}
