import { NativeSelect, TextInput } from '@mantine/core';
import type { FileFilter } from '../api/caf.js';
import classes from '../caf.module.css';
import { JOURNAL, MESSAGES } from '../fr.js';
import { CaisseSelect } from './caisse-select.js';

export const EVERY_FILE: FileFilter = { message: '', organisme: '', state: '', from: '', until: '' };
export const isEvery = (filter: FileFilter): boolean => Object.values(filter).every((value) => value === '');

interface Props {
  filter: FileFilter;
  onChange: (filter: FileFilter) => void;
}

const choices = (labels: Readonly<Record<string, string>>, all: string) => [
  { value: '', label: all },
  ...Object.entries(labels).map(([value, label]) => ({ value, label })),
];

/** Which files of the journal are shown. */
export function FileFilters({ filter, onChange }: Props) {
  const set = (change: Partial<FileFilter>): void => onChange({ ...filter, ...change });
  return (
    <div className={classes.filters}>
      <NativeSelect
        label={JOURNAL.message}
        value={filter.message}
        data={choices(MESSAGES, JOURNAL.every)}
        onChange={(event) => set({ message: event.currentTarget.value })}
      />
      <CaisseSelect value={filter.organisme} onChange={(organisme) => set({ organisme })} />
      <NativeSelect
        label={JOURNAL.columns.state}
        value={filter.state}
        data={choices(JOURNAL.state, JOURNAL.everyState)}
        onChange={(event) => set({ state: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={JOURNAL.from}
        value={filter.from}
        max={filter.until || undefined}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={JOURNAL.until}
        value={filter.until}
        min={filter.from || undefined}
        onChange={(event) => set({ until: event.currentTarget.value })}
      />
    </div>
  );
}
