import { Anchor, Button, TextInput } from '@mantine/core';
import { FORM } from '../../fr/forms.js';
import type { CodeField } from '../field.js';
import { isValues } from '../field.js';
import { useFormParts } from '../form-context.js';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

/** A code or number: made by the server until somebody types another one; how it was made is said below. */
export function CodeInput({ field, path }: InputProps<CodeField>) {
  const { value, change, input, warnings, isReadOnly } = useField(field, path);
  const { value: code = '', typed = false } = (isValues(value) ? value : {}) as {
    value?: string;
    typed?: boolean;
  };
  const made = useFormParts().computed.find((computed) => computed.path === path);
  const takeBack = (): void => change({ value: '', typed: false });
  return (
    <>
      <TextInput
        {...input}
        value={code}
        placeholder={FORM.willBeComputed}
        description={
          typed ? <TypedNote onTakeBack={takeBack} hidden={isReadOnly} /> : (made?.how ?? input.description)
        }
        onChange={(event) => {
          const text = event.currentTarget.value;
          change({ value: text, typed: text !== '' });
        }}
      />
      {field.automatic && !isReadOnly && (typed || code === '') && (
        <Button size="compact-xs" variant="light" mt={4} onClick={takeBack}>
          {field.automatic}
        </Button>
      )}
      <LawNotes warnings={warnings} />
    </>
  );
}

function TypedNote({ onTakeBack, hidden }: { onTakeBack: () => void; hidden: boolean }) {
  return (
    <>
      {FORM.typed}{' '}
      {!hidden && (
        <Anchor component="button" type="button" size="xs" onClick={onTakeBack}>
          {FORM.takeBack}
        </Anchor>
      )}
    </>
  );
}
