import type { ComboboxItem } from '@mantine/core';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useBuildings, useUnits } from '../../api/directory.js';
import type { Building, UnitRow } from '../../api/types.js';
import { CREATION } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import type { DraftPlace } from '../draft/draft.js';
import type { DraftForm } from '../draft/use-draft-form.js';

const TYPING_PAUSE_MS = 250;

/** SYNDIC: a building. GERANCE: a unit, or a whole building. */
export function PlacePicker({ form }: { form: DraftForm }) {
  const { path, module } = useModule();
  return (
    <PlaceSelect
      label={CREATION.place[path]}
      placeholder={CREATION.placeHint[path]}
      withUnits={module === 'GERANCE'}
      place={form.values.place}
      onChange={(place) => form.setFieldValue('place', place)}
      error={form.errors['place']}
    />
  );
}

interface PlaceSelectProps {
  label: string;
  placeholder: string;
  withUnits: boolean;
  place: DraftPlace | null;
  onChange: (place: DraftPlace | null) => void;
  error: ReactNode;
}

/** The server searches; nothing is filtered here. */
export function PlaceSelect({ label, placeholder, withUnits, place, onChange, error }: PlaceSelectProps) {
  const { module } = useModule();
  const [typed, setTyped] = useState(place?.label ?? '');
  const [search] = useDebouncedValue(typed === place?.label ? '' : typed.trim(), TYPING_PAUSE_MS);
  const buildings = useBuildings(module, search);
  const units = useUnits(search, withUnits);
  const buildingChoices = (buildings.data?.buildings ?? []).map(buildingChoice);
  const unitsOnly = new Set(
    (buildings.data?.unitsOnlyIds ?? []).map((id) => valueOf({ kind: 'building', id })),
  );
  const unitChoices = withUnits ? (units.data ?? []).flatMap(unitChoice) : [];
  const isKnown = [...buildingChoices, ...unitChoices].some(
    (choice) => place && valueOf(choice) === valueOf(place),
  );
  const chosenChoices = place && !isKnown ? [place] : [];
  const all = [...chosenChoices, ...unitChoices, ...buildingChoices];
  const options = (choices: DraftPlace[]) => choices.map((choice) => optionOf(choice, unitsOnly));
  const groups = [
    { group: CREATION.units, items: options(unitChoices) },
    { group: CREATION.buildings, items: options(buildingChoices) },
  ].filter(({ items }) => items.length > 0);
  // A syndic thinks of co-ownerships first.
  const ordered = module === 'SYNDIC' ? groups.toReversed() : groups;
  return (
    <Select
      label={label}
      placeholder={placeholder}
      required
      searchable
      clearable
      clearButtonProps={{ 'aria-label': CREATION.clearPlace }}
      data={[...options(chosenChoices), ...(withUnits ? ordered : options(buildingChoices))]}
      filter={({ options: found }) => found}
      maxDropdownHeight={320}
      nothingFoundMessage={
        buildings.isFetching || units.isFetching ? CREATION.searching : CREATION.nothingFound
      }
      value={place && valueOf(place)}
      onChange={(value) => onChange(all.find((c) => valueOf(c) === value) ?? null)}
      searchValue={typed}
      onSearchChange={setTyped}
      error={error}
    />
  );
}

/** A building where only units are the user's can be seen, not chosen: the server would refuse the ticket. */
function optionOf(choice: DraftPlace, unitsOnly: ReadonlySet<string>): ComboboxItem {
  const value = valueOf(choice);
  if (!unitsOnly.has(value)) return { value, label: choice.label };
  return { value, label: `${choice.label} (${CREATION.unitsOnly})`, disabled: true };
}

function valueOf({ kind, id }: Pick<DraftPlace, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

function buildingChoice({ id, reference, name, address, city }: Building): DraftPlace {
  const where = [address, city].filter(Boolean).join(', ');
  return { kind: 'building', id, label: [name, reference, where].filter(Boolean).join(' · ') };
}

function unitChoice({ unit, buildingName, ownerName, tenantNames }: UnitRow): DraftPlace[] {
  if (!unit) return [];
  const place = [buildingName, unit.label || unit.reference].filter(Boolean).join(', ');
  const people = tenantNames || ownerName;
  return [{ kind: 'unit', id: unit.id, label: [place, unit.reference, people].filter(Boolean).join(' · ') }];
}
