import { NativeSelect, NumberInput } from '@mantine/core';
import type { Ground, MessageCode, Scope } from '../api/types.js';
import classes from '../caf.module.css';
import { CAF } from '../fr.js';

/** The first July whose rents are still of use: that of this year once it has begun. */
export function defaultYear(now: Date): number {
  return now.getMonth() >= 6 ? now.getFullYear() : now.getFullYear() - 1;
}

/** The first entity with settings and its first CAF. */
export function defaultScope({ entities }: Ground, message: MessageCode): Scope | undefined {
  const entity = entities.find(({ settings }) => settings) ?? entities[0];
  if (!entity) return undefined;
  const organisme = entity.settings?.organismes.find(({ scheme }) => scheme === 'CAF')?.organisme ?? '';
  const year = message === 'CAF12' ? { year: defaultYear(new Date()) } : {};
  return { entityId: entity.id, message, organisme, ...year };
}

interface Props {
  ground: Ground;
  scope: Scope;
  onChange: (scope: Scope) => void;
}

export function ScopePicker({ ground, scope, onChange }: Props) {
  const entity = ground.entities.find(({ id }) => id === scope.entityId);
  const caisses = (entity?.settings?.organismes ?? []).filter(({ scheme }) => scheme === 'CAF');
  return (
    <div className={classes.grid}>
      <NativeSelect
        label={CAF.entity}
        value={scope.entityId}
        data={ground.entities.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => {
          const entityId = event.currentTarget.value;
          const next = ground.entities.find(({ id }) => id === entityId)?.settings?.organismes ?? [];
          onChange({
            ...scope,
            entityId,
            organisme: next.find(({ scheme }) => scheme === 'CAF')?.organisme ?? '',
          });
        }}
      />
      <NativeSelect
        label={CAF.organisme}
        value={scope.organisme}
        data={caisses.map(({ organisme, label }) => ({ value: organisme, label: `${organisme} ${label}` }))}
        onChange={(event) => onChange({ ...scope, organisme: event.currentTarget.value })}
      />
      {scope.message === 'CAF12' && (
        <NumberInput
          label={CAF.year}
          value={scope.year}
          min={2000}
          max={2100}
          onChange={(year) => onChange({ ...scope, year: Number(year) })}
        />
      )}
    </div>
  );
}
