import { SecurityEventKind as Kind } from '@intervia/contracts';
import type { SecurityEventKind } from '../../../domain/accounts/security-event.js';

const KINDS: Readonly<Record<SecurityEventKind, Kind>> = {
  'sign-in': Kind.SIGN_IN,
  'sign-in-failed': Kind.SIGN_IN_FAILED,
  locked: Kind.LOCKED,
  'sign-out': Kind.SIGN_OUT,
  'sessions-ended': Kind.SESSIONS_ENDED,
  'password-changed': Kind.PASSWORD_CHANGED,
  'reset-requested': Kind.RESET_REQUESTED,
  'password-reset': Kind.PASSWORD_RESET,
  'second-factor-added': Kind.SECOND_FACTOR_ADDED,
  'second-factor-removed': Kind.SECOND_FACTOR_REMOVED,
  'recovery-code-used': Kind.RECOVERY_CODE_USED,
  'recovery-codes-renewed': Kind.RECOVERY_CODES_RENEWED,
  'new-device': Kind.NEW_DEVICE,
  'settings-changed': Kind.SETTINGS_CHANGED,
  refused: Kind.REFUSED,
  'secret-changed': Kind.SECRET_CHANGED,
  exported: Kind.EXPORTED,
  deleted: Kind.DELETED,
  reopened: Kind.REOPENED,
  'key-used': Kind.KEY_USED,
  erased: Kind.ERASED,
  'api-key-created': Kind.API_KEY_CREATED,
  'api-key-used': Kind.API_KEY_USED,
  'api-key-rotated': Kind.API_KEY_ROTATED,
  'api-key-revoked': Kind.API_KEY_REVOKED,
};
const WORDS = new Map(Object.entries(KINDS).map(([word, kind]) => [kind, word as SecurityEventKind]));

export const toKind = (kind: SecurityEventKind): Kind => KINDS[kind];

/** Undefined for a number of a newer caller. */
export const kindOf = (kind: Kind): SecurityEventKind | undefined => WORDS.get(kind);
