import type { ComponentType } from 'react';
import type { Field, Path } from '../field.js';

/** What the input of a field is given; `Grid` lays out the fields that stand inside of one. */
export interface InputProps<F> {
  field: F;
  path: Path;
  Grid: ComponentType<{ fields: readonly Field[]; prefix: Path }>;
}
