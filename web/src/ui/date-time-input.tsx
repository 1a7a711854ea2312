import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { COMMON } from '../fr.js';
import { readWallTime, writeWallTime } from '../lib/typed-date.js';
import classes from './date-time-input.module.css';

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange: (typed: string) => void;
  error?: ReactNode;
  autoFocus?: boolean;
}

/**
 * Typed the French way whatever the browser's language; the button opens the browser's own picker.
 * The native input alone would show month/day to a browser in English.
 */
export function DateTimeInput({ label, description, value, onChange, error, autoFocus }: Props) {
  const pickerRef = useRef<HTMLInputElement>(null);
  const tidy = (): void => {
    const wallTime = readWallTime(value);
    if (wallTime) onChange(writeWallTime(wallTime));
  };
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={COMMON.dateTimeHint}
      required
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      error={error}
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
      onBlur={tidy}
      rightSection={
        <>
          <ActionIcon
            variant="subtle"
            aria-label={COMMON.pickDateTime(label)}
            onClick={() => pickerRef.current?.showPicker()}
          >
            <IconCalendar size={17} aria-hidden />
          </ActionIcon>
          <input
            ref={pickerRef}
            type="datetime-local"
            className={classes.picker}
            tabIndex={-1}
            aria-hidden
            value={readWallTime(value) ?? ''}
            onChange={(e) => onChange(writeWallTime(e.currentTarget.value))}
          />
        </>
      }
    />
  );
}
