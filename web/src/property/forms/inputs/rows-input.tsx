import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { COMMON } from '../../../fr.js';
import { newKey } from '../../../lib/keys.js';
import { FORM } from '../../fr/forms.js';
import type { RowsField } from '../field.js';
import { textAt } from '../field.js';
import { rowsAt } from '../typed.js';
import { inputId, useFormParts } from '../form-context.js';
import classes from '../property-forms.module.css';
import { LawNotes } from './law-notes.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

/** Joint owners, sharers, lines of a rent call…: added by "+", each with its own fields. */
export function RowsInput({ field, path, Grid }: InputProps<RowsField>) {
  const { values } = useFormParts();
  const { change, input, warnings, isReadOnly, place } = useField(field, path);
  const rows = rowsAt(values, path);
  const addId = inputId(path);
  const add = (): void => {
    change([...rows, { id: newKey(), ...field.fresh?.(place) }]);
    // The new row's first input is where one goes on.
    requestAnimationFrame(() => firstInputOf(`${addId}-${rows.length}`)?.focus());
  };
  const remove = (index: number): void => {
    change(rows.filter((_, i) => i !== index));
    requestAnimationFrame(() => document.getElementById(addId)?.focus());
  };
  return (
    <div role="group" aria-label={field.label} className={classes.rows}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} size="sm">
          {field.label}
          {input.withAsterisk && ' *'}
        </Text>
        {!isReadOnly && (
          <Button
            id={addId}
            size="xs"
            variant="light"
            leftSection={<IconPlus size={15} aria-hidden />}
            disabled={rows.length >= field.maximum}
            onClick={add}
            aria-describedby={input.error ? `${addId}-fault` : undefined}
          >
            {field.add}
          </Button>
        )}
      </Group>
      {field.help && <p className={classes.help}>{field.help}</p>}
      {input.error && (
        <p id={`${addId}-fault`} className={classes.fault}>
          {input.error}
        </p>
      )}
      <LawNotes warnings={warnings} />
      {rows.length === 0 && <p className={classes.help}>{field.empty ?? FORM.noRow}</p>}
      {rows.map((row, index) => (
        <div
          key={textAt(row, 'id') || index}
          id={`${addId}-${index}`}
          role="group"
          aria-label={field.item(row, index)}
          className={classes.row}
        >
          <Group justify="space-between" wrap="nowrap" mb={6}>
            <Text size="sm" fw={600} className="clip">
              {field.item(row, index)}
            </Text>
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={COMMON.remove(field.item(row, index))}
                onClick={() => remove(index)}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            )}
          </Group>
          <Grid fields={field.fields} prefix={`${path}.${index}`} />
        </div>
      ))}
    </div>
  );
}

function firstInputOf(id: string): HTMLElement | null | undefined {
  return document.getElementById(id)?.querySelector<HTMLElement>('input, select, textarea');
}
