import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemError } from '../../api/http/problem.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useSaveStation } from '../api/caf.js';
import type { Station } from '../api/types.js';
import classes from '../caf.module.css';
import { SETTINGS } from '../fr-settings.js';
import { useIsAdministrator } from '../use-may-write.js';

/** Manual, "Postes techniques": where the partner fetches and leaves files. */
export function StationForm({ station, onSaved }: { station: Station; onSaved?: () => void }) {
  const [typed, setTyped] = useState(station);
  const save = useSaveStation();
  const disabled = !useIsAdministrator();
  const fields = save.error instanceof ProblemError ? save.error.fields : [];
  const faultOf = (name: string) => fields.find((one) => one.field === name)?.detail;
  const field = (name: 'name' | 'pickupFolder' | 'statementsFolder', label: string, required = false) => (
    <TextInput
      {...{ label, required, disabled, error: faultOf(name) }}
      value={typed[name]}
      onChange={(event) => {
        const value = event.currentTarget.value;
        setTyped((before) => ({ ...before, [name]: value }));
      }}
    />
  );
  return (
    <form
      aria-label={station.name || SETTINGS.newStation}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(typed, { onSuccess: onSaved });
      }}
    >
      {save.error && <ErrorNotice error={save.error} />}
      <div className={classes.grid}>
        {field('name', SETTINGS.stationName, true)}
        {field('pickupFolder', SETTINGS.pickup, true)}
        {field('statementsFolder', SETTINGS.reception)}
        {!disabled && (
          <Button type="submit" loading={save.isPending}>
            {SETTINGS.save}
          </Button>
        )}
      </div>
      {station.pickupPath && (
        <p className={classes.path}>
          {SETTINGS.where} {station.pickupPath} (
          <span className={station.pickupWritable ? undefined : classes.late}>
            {station.pickupWritable ? SETTINGS.writable : SETTINGS.notWritable}
          </span>
          ){station.statementsPath && ` ; ${station.statementsPath}`}
        </p>
      )}
    </form>
  );
}
