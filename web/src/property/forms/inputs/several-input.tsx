import { Checkbox, Group } from '@mantine/core';
import type { SeveralField } from '../field.js';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

export function SeveralInput({ field, path }: InputProps<SeveralField>) {
  const { value, change, input, warnings } = useField(field, path);
  const { id, disabled, onBlur, ...group } = input;
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <>
      <Checkbox.Group {...group} value={chosen} onChange={change}>
        <Group gap="xs 18px" mt={6}>
          {field.options.map(([code, label], index) => (
            <Checkbox
              key={code}
              id={index === 0 ? id : undefined}
              value={code}
              label={label}
              disabled={disabled}
              onBlur={onBlur}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <LawNotes warnings={warnings} />
    </>
  );
}
