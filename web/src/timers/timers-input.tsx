import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { CREATION, TIMER_NAMES } from '../fr.js';
import classes from './timers.module.css';
import { REMINDERS } from './typed-timers.js';
import type { ReminderName, TimerName, TypedReminder, TypedTimers } from './typed-timers.js';

interface Props {
  /** Which of them, in this order. */
  names: readonly TimerName[];
  timers: TypedTimers;
  /** By dotted path: "timers.quote.hours". */
  errors: Partial<Record<string, ReactNode>>;
  onChange: (timers: TypedTimers) => void;
}

/** Manual, "Délais de relances": days or hours, and how many at most. */
export function TimersInput({ names, timers, errors, onChange }: Props) {
  return (
    <div className={classes.timers}>
      {names.map((name) => {
        if (isReminder(name)) {
          return (
            <Reminder
              key={name}
              name={name}
              reminder={timers[name]}
              errors={errors}
              onChange={(reminder) => onChange({ ...timers, [name]: reminder })}
            />
          );
        }
        if (name === 'quiet') {
          return (
            <Quiet
              key={name}
              quiet={timers.quiet}
              error={errors['timers.quiet']}
              onChange={(quiet) => onChange({ ...timers, quiet })}
            />
          );
        }
        return (
          <TextInput
            key={name}
            label={TIMER_NAMES[name]}
            size="xs"
            inputMode="numeric"
            value={timers[name]}
            error={errors[`timers.${name}`]}
            onChange={(e) => onChange({ ...timers, [name]: e.currentTarget.value })}
          />
        );
      })}
    </div>
  );
}

function isReminder(name: TimerName): name is ReminderName {
  return REMINDERS.some((reminder) => reminder === name);
}

const UNITS = [
  { value: 'days', label: CREATION.days },
  { value: 'hours', label: CREATION.hours },
];

interface ReminderProps {
  name: ReminderName;
  reminder: TypedReminder;
  errors: Props['errors'];
  onChange: (reminder: TypedReminder) => void;
}

function Reminder({ name, reminder, errors, onChange }: ReminderProps) {
  return (
    <div role="group" aria-label={TIMER_NAMES[name]} className={classes.reminder}>
      <span className={classes.title}>{TIMER_NAMES[name]}</span>
      <TextInput
        label={CREATION.delay}
        size="xs"
        inputMode="numeric"
        value={reminder.delay}
        error={errors[`timers.${name}.hours`]}
        onChange={(e) => onChange({ ...reminder, delay: e.currentTarget.value })}
      />
      <NativeSelect
        label={CREATION.unit}
        size="xs"
        data={UNITS}
        value={reminder.unit}
        onChange={(e) => onChange({ ...reminder, unit: e.currentTarget.value === 'days' ? 'days' : 'hours' })}
      />
      <TextInput
        label={CREATION.maximum}
        size="xs"
        inputMode="numeric"
        value={reminder.maximum}
        error={errors[`timers.${name}.maximum`]}
        onChange={(e) => onChange({ ...reminder, maximum: e.currentTarget.value })}
      />
    </div>
  );
}

interface QuietProps {
  quiet: TypedTimers['quiet'];
  error: ReactNode;
  onChange: (quiet: TypedTimers['quiet']) => void;
}

function Quiet({ quiet, error, onChange }: QuietProps) {
  return (
    <div role="group" aria-label={TIMER_NAMES.quiet} className={classes.reminder}>
      <span className={classes.title}>{TIMER_NAMES.quiet}</span>
      <TextInput
        label={CREATION.quietFrom}
        size="xs"
        inputMode="numeric"
        value={quiet.from}
        error={error}
        onChange={(e) => onChange({ ...quiet, from: e.currentTarget.value })}
      />
      <TextInput
        label={CREATION.quietUntil}
        size="xs"
        inputMode="numeric"
        value={quiet.until}
        onChange={(e) => onChange({ ...quiet, until: e.currentTarget.value })}
      />
    </div>
  );
}
