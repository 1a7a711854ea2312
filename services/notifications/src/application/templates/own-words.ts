import { describe } from '../delivery/describe.js';
import { TemplateError } from '../ports/templates/renderer.js';
import type { SubjectInput } from '../ports/templates/renderer.js';

export interface Worded<T> {
  readonly written: T;
  /** Why it is not in the agency's own words. */
  readonly fault?: string;
}

/**
 * An agency's words were checked when they were saved, against what there was to say that day. What cannot be filled in any
 * more must not keep a message from leaving: the shipped words do.
 */
export async function inOwnWords<I extends SubjectInput, T>(
  input: I,
  write: (input: I) => T | Promise<T>,
): Promise<Worded<T>> {
  try {
    return { written: await write(input) };
  } catch (error) {
    if (!(error instanceof TemplateError) || !input.wording) throw error;
    return { written: await write({ ...input, wording: undefined }), fault: describe(error) };
  }
}
