import { Button, Group, NativeSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useContractors } from '../api/directory.js';
import { CREATION } from '../fr.js';
import classes from './creation.module.css';
import { personOfContractor, typedPerson } from './draft.js';
import { PersonCard } from './person-card.js';
import { Subsection } from './section.js';
import type { DraftForm } from './use-draft-form.js';

const TYPING_PAUSE_MS = 250;

/** Manual, "Intervenant": by trade, or in the list of all; or typed in by hand. Several make an ODSM. */
export function ContractorsSection({ form }: { form: DraftForm }) {
  const { contractors } = form.values;
  return (
    <Subsection title={CREATION.contractors} error={form.errors['contractors']}>
      <div className={classes.picker}>
        <ContractorPicker form={form} />
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('contractors', typedPerson())}
        >
          {CREATION.addUnlisted}
        </Button>
      </div>
      {contractors.map((person, index) => (
        <PersonCard
          key={person.key}
          form={form}
          path={`contractors.${index}`}
          title={person.name || CREATION.contractor(index + 1)}
          onRemove={() => form.removeListItem('contractors', index)}
        />
      ))}
    </Subsection>
  );
}

function ContractorPicker({ form }: { form: DraftForm }) {
  const [trade, setTrade] = useState('');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const { data, isFetching } = useContractors(trade, search);
  const chosen = new Set(form.values.contractors.map(({ partyId }) => partyId).filter(Boolean));
  const found = (data?.contractors ?? []).filter(({ party }) => party && !chosen.has(party.id));
  const add = (id: string | null): void => {
    const contractor = found.find((c) => c.id === id);
    if (!contractor) return;
    form.insertListItem('contractors', personOfContractor(contractor));
    form.clearFieldError('contractors');
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
        onChange={add}
        searchValue={typed}
        onSearchChange={setTyped}
      />
    </Group>
  );
}
