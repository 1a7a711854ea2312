import { ProblemError } from '../../api/http/problem.js';
import { FIELD_ERROR } from '../../fr.js';

export interface TextFaults {
  subject?: string;
  body?: string;
  mobile?: string;
}

export function isConflict(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'VERSION_CONFLICT';
}

/** The server's faults at our inputs; several at one input are all said. */
export function textFaults(error: unknown): TextFaults {
  if (!(error instanceof ProblemError)) return {};
  const said = (name: keyof TextFaults): string | undefined =>
    [
      ...new Set(
        error.fields
          .filter(({ field }) => field === name || field === `text.${name}`)
          .map(({ detail }) => detail ?? FIELD_ERROR),
      ),
    ].join(' ') || undefined;
  return { subject: said('subject'), body: said('body'), mobile: said('mobile') };
}
