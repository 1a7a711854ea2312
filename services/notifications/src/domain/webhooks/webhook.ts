/** Why an attempt was none that counts. */
export type Fault = 'refused' | 'redirected' | 'timed-out' | 'not-reached' | 'not-public' | 'gone';

/** What came of one attempt; `status` is that of the answer, where there was one. */
export interface Attempted {
  readonly status?: number;
  /** Absent: it arrived. */
  readonly fault?: Fault;
}

export type WebhookState = 'active' | 'paused' | 'disabled';
export type DeliveryState = 'pending' | 'delivered' | 'failed';

/** What follows an attempt. */
export type Verdict =
  | { readonly state: 'delivered' }
  | { readonly state: 'pending'; readonly againInMs: number }
  /** Nobody listens there: the webhook is disabled, and this delivery kept for a replay. */
  | { readonly state: 'failed' };

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits after the first attempt, the second, … : in all a little more than two days (Standard Webhooks asks for "multiple days"). */
export const WAITS_MS: readonly number[] = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  12 * HOUR_MS,
  20 * HOUR_MS,
];

const REDIRECTS = { from: 300, to: 399 };
const GONE = 410;

/** What a status says: 2xx arrived, and nothing else did. */
export function attemptedOf(status: number): Attempted {
  if (status >= 200 && status < REDIRECTS.from) return { status };
  if (status === GONE) return { status, fault: 'gone' };
  return { status, fault: status >= REDIRECTS.from && status <= REDIRECTS.to ? 'redirected' : 'refused' };
}

/** @param attempts with the one that was just made */
export function verdictOn({ fault }: Attempted, attempts: number): Verdict {
  if (fault === undefined) return { state: 'delivered' };
  const againInMs = WAITS_MS[attempts - 1];
  if (fault === 'gone' || againInMs === undefined) return { state: 'failed' };
  return { state: 'pending', againInMs };
}

/** One line of the change feed, which is sent as it is. */
export interface ToldChange {
  readonly type: string;
  readonly id: string;
  /** What happened, as the contracts call it. */
  readonly fact: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Whether it is told of a change: of one that came after it was made, of a type that it asked for. */
export function isToldOf(
  webhook: { readonly types: readonly string[]; readonly createdAt: Date },
  change: Pick<ToldChange, 'type' | 'at'>,
): boolean {
  const isAsked = webhook.types.length === 0 || webhook.types.includes(change.type);
  return isAsked && new Date(change.at) >= webhook.createdAt;
}
