import type { Path, Step, Values } from './field.js';
import { joined, valueAt, withValueAt } from './field.js';
import { isSame } from './merge.js';
import { allFields, rowsAt, typedOf } from './typed.js';

/** What says that a party or a building is an existing one: shown by no field of its own. */
const KNOWN_AS: Readonly<Record<string, string>> = { party: 'partyId', building: 'buildingId' };

/**
 * Takes into a form what differs between the content that it shows and another one: codes that the server made, rows and
 * fields of somebody else. All other text stays as it is being typed.
 */
export function patchTyped(steps: readonly Step[], values: Values, shown: Values, wanted: Values): Values {
  const typed = typedOf(steps, wanted);
  return allFields(steps, wanted).reduce((patched, { field, path }) => {
    if (field.kind === 'rows')
      return haveSameRows(shown, wanted, path) ? patched : withValueAt(patched, path, valueAt(typed, path));
    const known = KNOWN_AS[field.kind];
    const at = known ? joined(path, known) : path;
    return isSame(valueAt(shown, at), valueAt(wanted, at))
      ? patched
      : withValueAt(patched, at, valueAt(typed, at));
  }, values);
}

function haveSameRows(a: Values, b: Values, path: Path): boolean {
  return idsAt(a, path) === idsAt(b, path);
}

function idsAt(values: Values, path: Path): string {
  return rowsAt(values, path)
    .map(({ id }) => String(id))
    .join();
}
