import { Checkbox } from '@mantine/core';
import type { Field } from '../field.js';
import classes from '../property-forms.module.css';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

export function FlagInput({ field, path }: InputProps<Extract<Field, { kind: 'flag' }>>) {
  const { value, change, input, warnings } = useField(field, path);
  const { withAsterisk, label, ...rest } = input;
  return (
    <div className={classes.flag}>
      <Checkbox
        {...rest}
        label={
          <>
            {label}
            {withAsterisk && (
              <span aria-hidden className={classes.must}>
                {' *'}
              </span>
            )}
          </>
        }
        checked={value === true}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <LawNotes warnings={warnings} />
    </div>
  );
}
