import type { Path } from '../values/path.js';

/** One operator on one path. */
export interface Change {
  readonly op: string;
  readonly path: string;
  readonly parts: Path;
  readonly operand: unknown;
}
