import { Anchor, Radio, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useParties } from '../../api/files.js';
import type { PartyFile } from '../../api/types.js';
import { FORM, PARTY } from '../../fr/forms.js';
import type { PartyField, Values } from '../field.js';
import { isValues } from '../field.js';
import { formOfParty } from '../party-of-file.js';
import classes from '../property-forms.module.css';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

const TYPING_PAUSE_MS = 250;

/** Manual, "créer l'identité OU indiquer une identité existante": what is known is shown, and may be completed. */
export function PartyInput({ field, path, Grid }: InputProps<PartyField>) {
  const { value, change, input, isReadOnly } = useField(field, path);
  const party: Values = isValues(value) ? value : {};
  const isKnown = typeof party['partyId'] === 'string' && party['partyId'] !== '';
  const [searches, setSearches] = useState(false);
  const isExisting = isKnown || searches;
  const choose = (chosen: string): void => {
    setSearches(chosen === 'existing');
    if (chosen === 'new' && isKnown) change({ kind: 'PERSON' });
  };
  return (
    <div role="group" aria-label={field.label} className={classes.party}>
      <Radio.Group
        value={isExisting ? 'existing' : 'new'}
        onChange={choose}
        label={PARTY.choice(field.label)}
      >
        <Group gap="md" mt={6} mb="sm">
          <Radio value="new" label={PARTY.new} disabled={isReadOnly} />
          <Radio value="existing" label={PARTY.existing} disabled={isReadOnly} />
        </Group>
      </Radio.Group>
      {isExisting && !isReadOnly && (
        <PartySearch
          id={input.id}
          error={input.error}
          autoOpen={searches && !isKnown}
          onChoose={(file) => change(formOfParty(file))}
        />
      )}
      {isKnown && (
        <Text size="sm" className="soft" mb="xs">
          {PARTY.known}{' '}
          {!isReadOnly && (
            <Anchor component="button" type="button" size="sm" onClick={() => choose('new')}>
              {PARTY.forget}
            </Anchor>
          )}
        </Text>
      )}
      {(!isExisting || isKnown) && <Grid fields={field.fields} prefix={path} />}
    </div>
  );
}

interface SearchProps {
  id: string;
  error: string | undefined;
  autoOpen: boolean;
  onChoose: (file: PartyFile) => void;
}

/** The server searches by words of the name, the code or the mail. */
function PartySearch({ id, error, autoOpen, onChoose }: SearchProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const { data: parties = [], isFetching } = useParties(search);
  return (
    <Select
      id={id}
      mb="sm"
      label={PARTY.search}
      placeholder={PARTY.searchHint}
      searchable
      autoFocus={autoOpen}
      error={error}
      data={parties.map((party) => ({ value: party.id, label: labelOf(party) }))}
      filter={({ options }) => options}
      nothingFoundMessage={isFetching ? FORM.searching : FORM.nothingFound}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(chosen) => {
        const file = parties.find((party) => party.id === chosen);
        if (file) onChoose(file);
        setTyped('');
      }}
    />
  );
}

function labelOf({ name, code, address, mails }: PartyFile): string {
  return [name, code, address?.city, mails[0]].filter(Boolean).join(' · ');
}
