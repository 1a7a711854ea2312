import { Textarea } from '@mantine/core';
import type { Field } from '../field.js';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

export function AreaInput({ field, path }: InputProps<Extract<Field, { kind: 'area' }>>) {
  const { value, change, input, warnings } = useField(field, path);
  return (
    <>
      <Textarea
        {...input}
        autosize
        minRows={2}
        maxRows={10}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <LawNotes warnings={warnings} />
    </>
  );
}
