import { Button, Group, Text } from '@mantine/core';
import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CREATION } from '../fr.js';
import { PersonFields } from './person-fields.js';
import { identity } from './suggestions.js';
import type { Suggestion } from './suggestions.js';
import { typedPerson } from './typed-person.js';
import type { TypedPerson } from './typed-person.js';

interface Props {
  people: readonly TypedPerson[];
  suggestions: readonly Suggestion[];
  /** Said when nobody can be suggested yet. */
  hint?: string;
  commentLabel?: string;
  errorsOf: (index: number) => Partial<Record<string, ReactNode>>;
  onAdd: (person: TypedPerson) => void;
  onChange: (index: number, change: Partial<TypedPerson>) => void;
  onRemove: (index: number) => void;
}

/** Several people: those suggested are one click away, others are typed in. */
export function PeopleInput({ people, suggestions, hint, commentLabel, ...props }: Props) {
  const chosen = new Set(people.map(identity));
  return (
    <>
      <Group gap={8} role="group" aria-label={CREATION.suggestions}>
        {suggestions
          .filter(({ person }) => !chosen.has(identity(person)))
          .map(({ label, person }) => (
            <Button
              key={`${label} ${identity(person)}`}
              size="xs"
              variant="light"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => props.onAdd({ ...person, key: typedPerson().key })}
            >
              {label}
            </Button>
          ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconUserPlus size={14} aria-hidden />}
          onClick={() => props.onAdd(typedPerson())}
        >
          {CREATION.addPerson}
        </Button>
        {hint && (
          <Text size="sm" className="soft">
            {hint}
          </Text>
        )}
      </Group>
      {people.map((person, index) => (
        <PersonFields
          key={person.key}
          title={person.name || CREATION.person(index + 1)}
          person={person}
          errors={props.errorsOf(index)}
          commentLabel={commentLabel}
          onChange={(change) => props.onChange(index, change)}
          onRemove={() => props.onRemove(index)}
        />
      ))}
    </>
  );
}
