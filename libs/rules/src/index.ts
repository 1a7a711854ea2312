export { AppError, ERROR_KINDS } from './app-error.js';
export type { ErrorKind, FieldError } from './app-error.js';
export {
  APPROVAL_CHANGE_MINUTES,
  LATE_MINUTES,
  LETTERS,
  LINK_UPLOAD_LIMITS,
  MOST,
  MOST_CENTS,
  TIMERS,
  UPLOAD_LIMITS,
  VISIT_MINUTES,
  isNightHour,
} from './limits.js';
export { MASK, maskLinks } from './mask-links.js';
export { isSiren, isSiret } from './sirets.js';
export { STRUCK_OUT, isPerson, strikingOut } from './strike-out.js';
export type { PersonMarks } from './strike-out.js';
