import { Group, NativeSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useContractors } from '../api/directory.js';
import type { Contractor } from '../api/types.js';
import { CREATION } from '../fr.js';
import classes from './people.module.css';

const TYPING_PAUSE_MS = 250;

interface Props {
  /** Directory ids that are taken already. */
  taken: readonly string[];
  onPick: (contractor: Contractor) => void;
}

/** Manual, "Intervenant": "par corps de métier" or "dans une liste, toutes activités confondues". */
export function ContractorPicker({ taken, onPick }: Props) {
  const [trade, setTrade] = useState('');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const { data, isFetching } = useContractors(trade, search);
  const found = (data?.contractors ?? []).filter(({ party }) => party && !taken.includes(party.id));
  const pick = (id: string | null): void => {
    const contractor = found.find((c) => c.id === id);
    if (!contractor) return;
    onPick(contractor);
    setTyped('');
  };
  return (
    <Group grow align="flex-end" className={classes.grow}>
      <NativeSelect
        label={CREATION.trade}
        data={[
          { value: '', label: CREATION.allTrades },
          ...(data?.trades ?? []).map((name) => ({ value: name, label: name })),
        ]}
        value={trade}
        onChange={(e) => setTrade(e.currentTarget.value)}
      />
      <Select
        label={CREATION.addContractor}
        placeholder={CREATION.contractorHint}
        searchable
        data={found.map(({ id, party, trade: its, account }) => ({
          value: id,
          label: [party?.name, its, account].filter(Boolean).join(' · '),
        }))}
        filter={({ options }) => options}
        maxDropdownHeight={320}
        nothingFoundMessage={isFetching ? CREATION.searching : CREATION.nothingFound}
        value={null}
        onChange={pick}
        searchValue={typed}
        onSearchChange={setTyped}
      />
    </Group>
  );
}
