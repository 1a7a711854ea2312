import type { Field, Path } from '../field.js';
import { isMust, valueAt } from '../field.js';
import { inputId, useFormParts, usePlace } from '../form-context.js';

/** What every input of a field is given. */
export function useField(field: Field, path: Path) {
  const { values, set, leave, faults, warnings, isReadOnly } = useFormParts();
  const place = usePlace(path.split('.').slice(0, -field.path.split('.').length).join('.'));
  return {
    value: valueAt(values, path),
    place,
    change: (value: unknown) => set(path, value),
    warnings: warnings.filter((warning) => warning.path === path),
    isReadOnly,
    input: {
      id: inputId(path),
      label: field.label,
      description: field.help,
      withAsterisk: isMust(field, place),
      error: faults[path],
      onBlur: () => leave(path),
      disabled: isReadOnly,
    },
  };
}
