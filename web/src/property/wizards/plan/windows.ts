import { isValues, joined, valueAt } from '../../forms/field.js';
import type { WizardScreen } from './wizard.js';

/** Nothing that somebody typed: a code that was computed is not, nor what a list begins with. */
function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (!isValues(value)) return value === undefined || value === '' || value === 0 || value === false;
  if ('typed' in value) return value['typed'] !== true;
  return Object.values(value).every(isBlank);
}

/** The last of the windows that share one content in which something was typed; 0 when nothing was. */
export function lastTouched(screens: readonly WizardScreen[], content: unknown): number {
  return Math.max(
    0,
    screens.findLastIndex(({ sections }) =>
      sections.some(({ path = '', fields }) =>
        fields.some((field) => !isBlank(valueAt(content, joined(path, field.path)))),
      ),
    ),
  );
}
