import { NativeSelect } from '@mantine/core';
import { FORM } from '../../fr/forms.js';
import type { LookupField } from '../field.js';
import { useFormParts } from '../form-context.js';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

export function LookupInput({ field, path }: InputProps<LookupField>) {
  const { value, change, input, warnings } = useField(field, path);
  const options = useFormParts().lookups[field.from];
  if (field.hideEmpty && options.length === 0) return null;
  const chosen = typeof value === 'string' ? value : '';
  return (
    <>
      <NativeSelect
        {...input}
        value={chosen}
        data={[
          ...(chosen === '' || !field.must ? [{ value: '', label: FORM.none }] : []),
          ...options.map(([id, label]) => ({ value: id, label })),
        ]}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <LawNotes warnings={warnings} />
    </>
  );
}
