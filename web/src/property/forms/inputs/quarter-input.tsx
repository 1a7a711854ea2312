import { TextInput } from '@mantine/core';
import { useIndices } from '../../api/indices.js';
import type { QuarterField } from '../field.js';
import { FORM } from '../../fr/forms.js';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { readQuarter, writeQuarter } from '../quarters.js';
import { useField } from './use-field.js';

/** Kept as "2025-Q2", shown as people write it: the quarters of the chosen index are offered. */
export function QuarterInput({ field, path }: InputProps<QuarterField>) {
  const { value, change, input, warnings, place } = useField(field, path);
  const index = typeof place.here['index'] === 'string' ? place.here['index'] : '';
  const { data: quarters = [] } = useIndices(index || 'IRL');
  const text = typeof value === 'string' ? value : '';
  const listId = `${input.id}-liste`;
  return (
    <>
      <TextInput
        {...input}
        description={input.description ?? FORM.quarterHint}
        value={writeQuarter(text)}
        list={listId}
        autoComplete="off"
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => {
          change(readQuarter(text) ?? text);
          input.onBlur();
        }}
      />
      <datalist id={listId}>
        {quarters.map(({ quarter }) => (
          <option key={quarter} value={writeQuarter(quarter)} />
        ))}
      </datalist>
      <LawNotes warnings={warnings} />
    </>
  );
}
