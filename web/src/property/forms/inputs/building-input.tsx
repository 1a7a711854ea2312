import { Group, NativeSelect, Radio, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useBuildings } from '../../../api/directory.js';
import type { Building } from '../../../api/types.js';
import { BUILDING, FORM } from '../../fr/forms.js';
import type { BuildingField, Option, Path, Values } from '../field.js';
import { isValues, joined, textAt } from '../field.js';
import { inputId, useFormParts } from '../form-context.js';
import classes from '../property-forms.module.css';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

const TYPING_PAUSE_MS = 250;

type Origin = 'new' | 'draft' | 'existing';

/**
 * Manual, "créer l'immeuble (ou choisir un immeuble existant)"; an existing one is not changed here, nor that of
 * another unit of the draft, on which this one stands too.
 */
export function BuildingInput({ field, path, Grid }: InputProps<BuildingField>) {
  const { value, change, input, isReadOnly } = useField(field, path);
  const { draftBuildings } = useFormParts().lookups;
  const building: Values = isValues(value) ? value : {};
  const ofItemId = textAt(building, 'ofItemId');
  const isKnown = textAt(building, 'buildingId') !== '';
  const [searches, setSearches] = useState(false);
  const origin: Origin = ofItemId ? 'draft' : isKnown || searches ? 'existing' : 'new';
  const choose = (chosen: string): void => {
    setSearches(chosen === 'existing');
    if (chosen === 'draft') change({ ofItemId: draftBuildings[0]?.[0] });
    else if (isKnown || ofItemId) change({});
  };
  const origins: Origin[] =
    draftBuildings.length > 0 || ofItemId ? ['new', 'draft', 'existing'] : ['new', 'existing'];
  return (
    <div role="group" aria-label={field.label} className={classes.party}>
      <Radio.Group value={origin} label={BUILDING.choice} onChange={choose}>
        <Group gap="md" mt={6} mb="sm">
          {origins.map((each) => (
            <Radio key={each} value={each} label={BUILDING.origins[each]} disabled={isReadOnly} />
          ))}
        </Group>
      </Radio.Group>
      {origin === 'existing' && !isReadOnly && (
        <BuildingSearch id={input.id} error={input.error} onChoose={(chosen) => change(formOf(chosen))} />
      )}
      {isKnown && (
        <Text size="sm" fw={600}>
          {nameOf(building)}
        </Text>
      )}
      {origin === 'draft' && (
        <DraftBuilding path={joined(path, 'ofItemId')} value={ofItemId} buildings={draftBuildings} />
      )}
      {origin === 'new' && <Grid fields={field.fields} prefix={path} />}
    </div>
  );
}

function DraftBuilding({
  path,
  value,
  buildings,
}: {
  path: Path;
  value: string;
  buildings: readonly Option[];
}) {
  const { set, faults, isReadOnly } = useFormParts();
  const isThere = buildings.some(([id]) => id === value);
  return (
    <NativeSelect
      id={inputId(path)}
      label={BUILDING.ofDraft}
      error={faults[path]}
      disabled={isReadOnly}
      value={isThere ? value : ''}
      data={[
        ...(isThere ? [] : [{ value: '', label: FORM.none }]),
        ...buildings.map(([id, label]) => ({ value: id, label })),
      ]}
      onChange={(event) => set(path, event.currentTarget.value)}
    />
  );
}

interface SearchProps {
  id: string;
  error: string | undefined;
  onChoose: (building: Building) => void;
}

function BuildingSearch({ id, error, onChoose }: SearchProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const { data, isFetching } = useBuildings('GERANCE', search);
  const buildings = data?.buildings ?? [];
  return (
    <Select
      id={id}
      mb="sm"
      label={BUILDING.search}
      placeholder={BUILDING.searchHint}
      searchable
      error={error}
      data={buildings.map((building) => ({ value: building.id, label: labelOf(building) }))}
      filter={({ options }) => options}
      nothingFoundMessage={isFetching ? FORM.searching : FORM.nothingFound}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(chosen) => {
        const found = buildings.find((building) => building.id === chosen);
        if (found) onChoose(found);
        setTyped('');
      }}
    />
  );
}

function labelOf({ name, reference, address, city }: Building): string {
  return [name, reference, address, city].filter(Boolean).join(' · ');
}

function formOf({ id, name, reference, address, postalCode, city }: Building): Values {
  return {
    buildingId: id,
    name,
    code: { value: reference, typed: false },
    address: { line1: address, postalCode, city },
  };
}

function nameOf({ name, address }: Values): string {
  const { line1 = '', city = '' } = (address ?? {}) as { line1?: string; city?: string };
  return [name, line1, city].filter(Boolean).join(', ');
}
