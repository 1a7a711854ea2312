import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { fetchPlace } from '../api/directory.js';
import { CREATION } from '../fr.js';
import { personAt } from './known-people.js';
import type { KnownPerson } from './known-people.js';
import type { TypedPerson } from './typed-person.js';
import { useKnownPeople } from './use-known-people.js';

/** A co-owner or tenant by name, wherever they live. */
export function PersonSearch({ onPick }: { onPick: (person: TypedPerson) => void }) {
  const [typed, setTyped] = useState('');
  const found = useKnownPeople(typed);
  const pick = async (known: KnownPerson): Promise<void> => {
    setTyped('');
    const person = personAt(await fetchPlace({ unitId: known.unitId }), known);
    if (person) onPick(person);
  };
  const change = (text: string): void => {
    const known = found.find(({ label }) => label === text);
    if (known) void pick(known).catch(() => setTyped(known.name));
    else setTyped(text);
  };
  return (
    <Autocomplete
      size="xs"
      maw={420}
      label={CREATION.searchPerson}
      placeholder={CREATION.searchPersonHint}
      data={found.map(({ label }) => label)}
      filter={({ options }) => options}
      value={typed}
      onChange={change}
    />
  );
}
