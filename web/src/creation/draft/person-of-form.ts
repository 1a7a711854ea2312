import type { TypedPerson } from '../../people/typed-person.js';
import type { DraftForm } from './use-draft-form.js';

/** Field by field, so that only the faults of what was changed are cleared. */
export function changePerson(form: DraftForm, path: string, change: Partial<TypedPerson>): void {
  for (const [name, value] of Object.entries(change)) form.setFieldValue(`${path}.${name}`, value);
}
