import { NativeSelect } from '@mantine/core';
import { useGround } from '../api/caf.js';
import { CAF } from '../fr.js';

interface Props {
  value: string;
  onChange: (organisme: string) => void;
}

/** A caisse of any entity, or all of them. */
export function CaisseSelect({ value, onChange }: Props) {
  const { data: ground } = useGround();
  const known = new Map(
    (ground?.entities ?? [])
      .flatMap(({ settings }) => settings?.organismes ?? [])
      .filter(({ scheme }) => scheme === 'CAF')
      .map(({ organisme, label }) => [organisme, `${organisme} ${label}`.trim()]),
  );
  return (
    <NativeSelect
      label={CAF.organisme}
      value={value}
      data={[
        { value: '', label: CAF.everyOrganisme },
        ...[...known].sort().map(([organisme, label]) => ({ value: organisme, label })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
