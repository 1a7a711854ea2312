import type { Values } from '../layout/put.js';
import type { Fault } from '../values/fault.js';
import type { Exclusion, Person } from './person.js';
import type { Rent } from './rent.js';

/** A person of the preview: in the file or not, why, and what would be written. */
export interface Row {
  person: Person;
  /** Empty when the person is in. */
  exclusion?: Exclusion;
  values: Values;
  faults: readonly Fault[];
  rent?: Rent;
  /** Where the entry date comes from. */
  entryFrom: 'SHARER' | 'FIRST_RENT_CALL' | 'MISSING';
  /** Cents, days and codes that explain the row: rule, threshold, debt. */
  facts: Readonly<Record<string, string | number>>;
}
