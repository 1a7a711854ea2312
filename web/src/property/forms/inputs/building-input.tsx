import { Group, Radio, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useBuildings } from '../../../api/directory.js';
import type { Building } from '../../../api/types.js';
import { BUILDING, FORM } from '../../fr/forms.js';
import type { BuildingField, Values } from '../field.js';
import { isValues } from '../field.js';
import classes from '../property-forms.module.css';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

const TYPING_PAUSE_MS = 250;

/** Manual, "créer l'immeuble (ou choisir un immeuble existant)"; an existing one is not changed here. */
export function BuildingInput({ field, path, Grid }: InputProps<BuildingField>) {
  const { value, change, input, isReadOnly } = useField(field, path);
  const building: Values = isValues(value) ? value : {};
  const isKnown = typeof building['buildingId'] === 'string' && building['buildingId'] !== '';
  const [searches, setSearches] = useState(false);
  const isExisting = isKnown || searches;
  return (
    <div role="group" aria-label={field.label} className={classes.party}>
      <Radio.Group
        value={isExisting ? 'existing' : 'new'}
        label={BUILDING.choice}
        onChange={(chosen) => {
          setSearches(chosen === 'existing');
          if (chosen === 'new' && isKnown) change({});
        }}
      >
        <Group gap="md" mt={6} mb="sm">
          <Radio value="new" label={BUILDING.new} disabled={isReadOnly} />
          <Radio value="existing" label={BUILDING.existing} disabled={isReadOnly} />
        </Group>
      </Radio.Group>
      {isExisting && !isReadOnly && (
        <BuildingSearch id={input.id} error={input.error} onChoose={(chosen) => change(formOf(chosen))} />
      )}
      {isKnown && (
        <Text size="sm" fw={600}>
          {nameOf(building)}
        </Text>
      )}
      {!isExisting && <Grid fields={field.fields} prefix={path} />}
    </div>
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
