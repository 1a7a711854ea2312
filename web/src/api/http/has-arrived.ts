import { ProblemError } from './problem.js';

/** An earlier text came through under this key, and only the answer was lost. */
export function hasArrived(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.code === 'IDEMPOTENCY_KEY_REUSED';
}

/** The server speaks of keys, which nobody who fills in a form has heard of. */
export function sayArrived(detail: string) {
  return (error: unknown): never => {
    throw hasArrived(error) ? new ProblemError(error.status, { code: error.code, detail }) : error;
  };
}
