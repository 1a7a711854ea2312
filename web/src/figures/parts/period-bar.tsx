import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readDay, writeDay } from '../../lib/typed-day.js';
import { NativePicker } from '../../ui/native-picker.js';
import { periodsOf } from '../address.js';
import type { Asked } from '../address.js';
import { FIGURES, PERIODS } from '../fr.js';
import { today } from '../use-asked.js';
import classes from '../figures.module.css';

interface Props<P> {
  asked: P;
  onChange: (asked: P) => void;
}

/** Manual: "sur une borne de dates". */
export function PeriodBar<P extends Pick<Asked, 'from' | 'until'>>({ asked, onChange }: Props<P>) {
  const endsBefore = asked.until < asked.from;
  return (
    <div className={classes.bar}>
      <DayInput
        label={FIGURES.from}
        value={asked.from}
        onChange={(from) => onChange({ ...asked, from })}
        error={undefined}
      />
      <DayInput
        label={FIGURES.until}
        value={asked.until}
        onChange={(until) => onChange({ ...asked, until })}
        error={endsBefore ? FIGURES.endsBefore : undefined}
      />
      <Group gap={6} role="group" aria-label={FIGURES.periods}>
        {periodsOf(today()).map(({ name, from, until }) => {
          const isChosen = asked.from === from && asked.until === until;
          return (
            <Button
              key={name}
              size="xs"
              variant={isChosen ? 'filled' : 'default'}
              aria-pressed={isChosen}
              onClick={() => onChange({ ...asked, from, until })}
            >
              {PERIODS[name]}
            </Button>
          );
        })}
      </Group>
    </div>
  );
}

interface DayProps {
  label: string;
  /** YYYY-MM-DD */
  value: string;
  onChange: (day: string) => void;
  error: string | undefined;
}

/** Typed the French way; measured when a whole day stands there. */
function DayInput({ label, value, onChange, error }: DayProps) {
  const [typed, setTyped] = useState(writeDay(value));
  const [known, setKnown] = useState(value);
  // The address changed by itself: back, or a usual period.
  if (known !== value) {
    setKnown(value);
    setTyped(writeDay(value));
  }
  const day = readDay(typed);
  const take = (): void => {
    if (day && day !== value) onChange(day);
    else if (day) setTyped(writeDay(day));
  };
  return (
    <TextInput
      label={label}
      className={classes.day}
      placeholder={FIGURES.dayHint}
      autoComplete="off"
      inputMode="numeric"
      value={typed}
      error={day === undefined ? FIGURES.notADay : error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
      rightSection={
        <NativePicker
          label={label}
          type="date"
          value={value}
          onPick={(picked) => picked && onChange(picked)}
        />
      }
    />
  );
}
