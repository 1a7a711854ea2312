import { NativeSelect, TextInput } from '@mantine/core';
import { CREATION } from '../fr.js';
import classes from './creation.module.css';
import { Subsection } from './section.js';
import type { DraftForm } from './use-draft-form.js';

/** Manual, "Délais de relances": those of a work order. */
export function RemindersSection({ form }: { form: DraftForm }) {
  return (
    <Subsection title={CREATION.timers}>
      <div className={classes.reminders}>
        <Reminder form={form} path="timers.workOrder" title={CREATION.workOrderReminder} />
        <Reminder form={form} path="timers.invoice" title={CREATION.invoiceReminder} />
      </div>
    </Subsection>
  );
}

interface ReminderProps {
  form: DraftForm;
  path: 'timers.workOrder' | 'timers.invoice';
  title: string;
}

const UNITS = [
  { value: 'days', label: CREATION.days },
  { value: 'hours', label: CREATION.hours },
];

function Reminder({ form, path, title }: ReminderProps) {
  return (
    <div role="group" aria-label={title} className={classes.reminder}>
      <span className={classes.reminderTitle}>{title}</span>
      <TextInput
        label={CREATION.delay}
        size="xs"
        inputMode="numeric"
        {...form.getInputProps(`${path}.delay`)}
        error={form.errors[`${path}.hours`]}
      />
      <NativeSelect label={CREATION.unit} size="xs" data={UNITS} {...form.getInputProps(`${path}.unit`)} />
      <TextInput
        label={CREATION.maximum}
        size="xs"
        inputMode="numeric"
        {...form.getInputProps(`${path}.maximum`)}
      />
    </div>
  );
}
