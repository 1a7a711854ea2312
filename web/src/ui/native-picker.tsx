import { ActionIcon } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef } from 'react';
import { COMMON } from '../fr.js';
import classes from './native-picker.module.css';

interface Props {
  /** Of the field that it stands in. */
  label: string;
  type: 'date' | 'datetime-local';
  /** As the browser's input of that type has it. */
  value: string;
  onPick: (value: string) => void;
  /** In a long form, where each day would cost two stops. */
  isSkippedByTab?: boolean;
}

/** The browser's own calendar beside a field that is typed the French way. */
export function NativePicker({ label, type, value, onPick, isSkippedByTab = false }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionIcon
        variant="subtle"
        tabIndex={isSkippedByTab ? -1 : undefined}
        aria-label={COMMON.pickDateTime(label)}
        onClick={() => input.current?.showPicker()}
      >
        <IconCalendar size={17} aria-hidden />
      </ActionIcon>
      <input
        ref={input}
        type={type}
        className={classes.picker}
        tabIndex={-1}
        aria-hidden
        value={value}
        onChange={(event) => onPick(event.currentTarget.value)}
      />
    </>
  );
}
