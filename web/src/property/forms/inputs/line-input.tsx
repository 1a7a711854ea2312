import { TextInput } from '@mantine/core';
import { NativePicker } from '../../../ui/native-picker.js';
import type { LineField } from '../field.js';
import { useFormParts } from '../form-context.js';
import { readDay, writeDay } from '../../../lib/typed-day.js';
import { LINES } from '../lines.js';
import classes from '../property-forms.module.css';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

const UNITS: Partial<Record<LineField['kind'], string>> = { money: '€', signedMoney: '€', percent: '%' };

/** One line of text, tidied when it is left. */
export function LineInput({ field, path }: InputProps<LineField>) {
  const { value, change, input, warnings, isReadOnly } = useField(field, path);
  const { read, write, placeholder, inputMode } = LINES[field.kind];
  const text = typeof value === 'string' ? value : '';
  const tidy = (): void => {
    const understood = text.trim() === '' ? undefined : read(text);
    const tidied = understood === undefined ? text : write(understood) || text.trim();
    if (tidied !== text) change(tidied);
    input.onBlur();
  };
  const made = useFormParts().computed.find((computed) => computed.path === path);
  const unit = field.unit ?? UNITS[field.kind];
  const listId = field.suggestions && `${input.id}-liste`;
  return (
    <>
      <TextInput
        {...input}
        value={text}
        description={text === '' && made ? made.how : input.description}
        placeholder={made ? write(made.value) || made.value : placeholder}
        inputMode={inputMode}
        autoComplete="off"
        list={listId}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={tidy}
        rightSection={
          field.kind === 'day' && !isReadOnly ? (
            <NativePicker
              label={field.label}
              type="date"
              value={readDay(text) ?? ''}
              onPick={(picked) => change(writeDay(picked))}
              isSkippedByTab
            />
          ) : (
            unit && <span className={classes.unit}>{unit}</span>
          )
        }
        rightSectionWidth={unit && unit.length > 2 ? 52 : undefined}
        rightSectionPointerEvents={field.kind === 'day' ? 'all' : 'none'}
      />
      {listId && (
        <datalist id={listId}>
          {field.suggestions?.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <LawNotes warnings={warnings} />
    </>
  );
}
