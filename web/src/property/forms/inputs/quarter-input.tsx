import { TextInput } from '@mantine/core';
import { useIndices } from '../../api/indices.js';
import type { QuarterField } from '../field.js';
import { FORM } from '../../fr/forms.js';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

/** "2025-Q2" as people write it: the quarters of the chosen index are offered, with their values. */
export function QuarterInput({ field, path }: InputProps<QuarterField>) {
  const { value, change, input, warnings, place } = useField(field, path);
  const index = typeof place.here['index'] === 'string' ? place.here['index'] : '';
  const { data: quarters = [] } = useIndices(index || 'IRL');
  const text = typeof value === 'string' ? value : '';
  const listId = `${input.id}-liste`;
  const known = quarters.find(({ quarter }) => quarter === readQuarter(text));
  return (
    <>
      <TextInput
        {...input}
        description={known ? FORM.quarterValue(known.value) : (input.description ?? FORM.quarterHint)}
        value={text}
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
          <option key={quarter} value={quarter} />
        ))}
      </datalist>
      <LawNotes warnings={warnings} />
    </>
  );
}

/** "2025-Q2" of "T2 2025", "2/2025", "2025 T2". */
export function readQuarter(typed: string): string | undefined {
  const text = typed.trim();
  const [, year, quarter] =
    /^(\d{4})\s*[-/ ]?\s*[QqTt]?([1-4])$/.exec(text) ??
    reversed(/^[QqTt]?([1-4])\s*[-/ ]\s*(\d{4})$/.exec(text)) ??
    [];
  return year === undefined ? undefined : `${year}-Q${quarter}`;
}

function reversed(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found ? [found[0], found[2], found[1]] : undefined;
}
