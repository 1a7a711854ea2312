import { Button, Group, Text } from '@mantine/core';
import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import type { PlacePerson } from '../api/directory-types.js';
import { CREATION, PLACE_ROLES } from '../fr.js';
import { channelsOfParty, personOfParty, typedPerson } from './draft.js';
import { PersonCard } from './person-card.js';
import { Subsection } from './section.js';
import type { DraftForm } from './use-draft-form.js';
import { usePlaceOf } from './use-place-of.js';

interface Props {
  form: DraftForm;
  list: 'contacts' | 'notified';
  title: string;
}

/** Manual, "Personne à contacter" and "Personne(s) à notifier": those of the place, or typed in. */
export function PeopleSection({ form, list, title }: Props) {
  return (
    <Subsection title={title} error={form.errors[list]}>
      <Suggestions form={form} list={list} />
      {form.values[list].map((person, index) => (
        <PersonCard
          key={person.key}
          form={form}
          path={`${list}.${index}`}
          title={person.name || CREATION.person(index + 1)}
          withComment={list === 'contacts'}
          onRemove={() => form.removeListItem(list, index)}
        />
      ))}
    </Subsection>
  );
}

function Suggestions({ form, list }: Omit<Props, 'title'>) {
  const { data: place } = usePlaceOf(form);
  const chosen = new Set(form.values[list].map(({ partyId }) => partyId));
  const people = (place?.people ?? []).filter(({ party }) => party && !chosen.has(party.id));
  const add = ({ party }: PlacePerson): void => {
    if (party) form.insertListItem(list, personOfParty(party, channelsOfParty(party)));
  };
  return (
    <Group gap={8} role="group" aria-label={CREATION.suggestions}>
      {people.map((person) => (
        <Button
          key={`${person.role} ${person.party?.id}`}
          size="xs"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add(person)}
        >
          {person.party?.name} ({PLACE_ROLES[person.role]})
        </Button>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconUserPlus size={14} aria-hidden />}
        onClick={() => form.insertListItem(list, typedPerson())}
      >
        {CREATION.addPerson}
      </Button>
      {!form.values.place && (
        <Text size="sm" className="soft">
          {CREATION.choosePlace}
        </Text>
      )}
    </Group>
  );
}
