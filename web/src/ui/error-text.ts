import { NetworkError, ProblemError } from '../api/http/problem.js';
import { PasskeyFailed } from '../api/passkeys.js';
import { ERRORS, NETWORK_ERROR, SECOND_STEP, UNKNOWN_ERROR } from '../fr.js';

/** What to tell people about a failure: the server's French, else ours by code, else a general word. */
export function errorText(error: unknown): string {
  if (error instanceof NetworkError) return NETWORK_ERROR;
  if (error instanceof PasskeyFailed) return SECOND_STEP.passkeyFailed;
  if (error instanceof ProblemError) {
    return error.message || (ERRORS[error.code] ?? ERRORS[`HTTP_${error.status}`] ?? UNKNOWN_ERROR);
  }
  return UNKNOWN_ERROR;
}
