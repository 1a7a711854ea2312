import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { COMMON } from '../fr.js';
import { readWallTime, writeWallTime } from '../lib/typed-date.js';
import { NativePicker } from './native-picker.js';

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
        <NativePicker
          label={label}
          type="datetime-local"
          value={readWallTime(value) ?? ''}
          onPick={(picked) => onChange(writeWallTime(picked))}
        />
      }
    />
  );
}
