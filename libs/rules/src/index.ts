export { AppError, ERROR_KINDS } from './app-error.js';
export type { ErrorKind, FieldError } from './app-error.js';
export {
  LATE_MINUTES,
  LETTERS,
  MOST,
  MOST_CENTS,
  TIMERS,
  UPLOAD_LIMITS,
  isNightHour,
  LINK_UPLOAD_LIMITS,
  VISIT_MINUTES,
} from './limits.js';
export { MASK, maskLinks } from './mask-links.js';
export { isSiren, isSiret } from './sirets.js';
export { STRUCK_OUT, isPerson, strikingOut } from './strike-out.js';
export type { PersonMarks } from './strike-out.js';
