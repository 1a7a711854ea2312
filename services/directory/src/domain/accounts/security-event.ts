import type { Origin } from './origin.js';

/** What is kept of security; the words of the contract in lower case. */
export const SECURITY_EVENTS = [
  'sign-in',
  'sign-in-failed',
  'locked',
  'sign-out',
  'sessions-ended',
  'password-changed',
  'reset-requested',
  'password-reset',
  'second-factor-added',
  'second-factor-removed',
  'recovery-code-used',
  'recovery-codes-renewed',
  'new-device',
  'settings-changed',
  'refused',
  'secret-changed',
  'exported',
  'deleted',
  'reopened',
  'key-used',
  'erased',
  'api-key-created',
  'api-key-used',
  'api-key-rotated',
  'api-key-revoked',
] as const;
export type SecurityEventKind = (typeof SECURITY_EVENTS)[number];

/** What a stranger can make happen as often as he likes, and LSC does all day: one entry a quarter of an hour, place and account. */
const REPEATED: ReadonlySet<SecurityEventKind> = new Set([
  'sign-in-failed',
  'locked',
  'reset-requested',
  'refused',
  'key-used',
]);
const QUARTER_MS = 15 * 60_000;
/** CNIL, délibération 2021-122: logs of access are kept six months to a year. */
export const LOG_RETENTION_MS = 365 * 24 * 3_600_000;
export const LONGEST_ABOUT = 300;

export interface LoggedPerson {
  kind: 'user' | 'client';
  id: string;
  name: string;
}

export interface NewSecurityEvent {
  agencyId: string;
  kind: SecurityEventKind;
  person: LoggedPerson;
  origin: Origin;
  /** A route, an id, the name of a passkey. Never a token. */
  about?: string;
}

export interface SecurityEvent extends NewSecurityEvent {
  id: string;
  at: Date;
  times: number;
}

/** The same text is the same entry; undefined: each is an entry of its own. */
export function entryKey(
  { agencyId, kind, person, origin, about }: NewSecurityEvent,
  at: Date,
): string | undefined {
  if (!REPEATED.has(kind)) return undefined;
  const quarter = Math.floor(at.getTime() / QUARTER_MS);
  // What was refused is told apart, what was tried at an account is not.
  const what = kind === 'refused' ? (about ?? '') : '';
  return [agencyId, kind, person.kind, person.id, origin.address, what, String(quarter)].join('|');
}
