import { NativeSelect, Radio, Group } from '@mantine/core';
import { FORM } from '../../fr/forms.js';
import type { ChoiceField, Option } from '../field.js';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

/** A native select, or radio buttons side by side where the choice decides what is asked next. */
export function ChoiceInput({ field, path }: InputProps<ChoiceField>) {
  const { value, change, input, warnings, place } = useField(field, path);
  const options = typeof field.options === 'function' ? field.options(place) : field.options;
  const chosen = typeof value === 'string' ? value : '';
  if (field.segmented) {
    const { onBlur, disabled, id, ...group } = input;
    return (
      <>
        <Radio.Group {...group} value={chosen} onChange={change}>
          <Group gap="md" mt={6}>
            {options.map(([code, label], index) => (
              <Radio
                key={code}
                id={index === 0 ? id : undefined}
                value={code}
                label={label}
                disabled={disabled}
                onBlur={onBlur}
              />
            ))}
          </Group>
        </Radio.Group>
        <LawNotes warnings={warnings} />
      </>
    );
  }
  return (
    <>
      <NativeSelect
        {...input}
        value={chosen}
        data={[
          ...(isNoneOffered(field, options, chosen) ? [{ value: '', label: FORM.none }] : []),
          ...options.map(([code, label]) => ({ value: code, label })),
        ]}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <LawNotes warnings={warnings} />
    </>
  );
}

/** Nothing may be chosen again where nothing is needed; some lists have a word of their own for it. */
function isNoneOffered({ must }: ChoiceField, options: readonly Option[], chosen: string): boolean {
  return options.every(([code]) => code !== '') && (chosen === '' || !must);
}
