import type { Computed } from '../forms/content.js';
import type { Code } from '../forms/parties.js';

/** What was computed on a step, and how. */
export class Notes {
  readonly all: Computed[] = [];

  add(computed: Computed): void {
    this.all.push(computed);
  }

  value(path: string, value: string, how: string, of: Computed['of'] = {}): void {
    if (value !== '') this.add({ path, value, how, of, provisional: false });
  }

  /** Nothing of a code that a person typed. */
  code(path: string, code: Code, how: string, of: Computed['of']): void {
    if (!code.typed) this.value(path, code.value, how, of);
  }
}
