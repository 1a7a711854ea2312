import { Input, NativeSelect, Stack } from '@mantine/core';
import { EXCHANGES, FORMS } from '../../../fr.js';
import { errorsBelow } from '../../../lib/errors-below.js';
import { PeopleInput } from '../../../people/people-input.js';
import { PersonFields } from '../../../people/person-fields.js';
import { suggestedOfPlace, suggestedOfTicket } from '../../../people/suggestions.js';
import type { Suggestion } from '../../../people/suggestions.js';
import type { TypedPerson } from '../../../people/typed-person.js';
import { usePlaceOfTicket } from '../../header/use-place-of-ticket.js';
import type { ActionInputProps } from './action-input-props.js';
import type { ActionErrors } from '../specs/action-spec.js';
import { partiesToWriteTo, possibleApprovers } from '../parties.js';
import type { PartyOption } from '../parties.js';

/** Manual, "Acceptation du devis": the owner; the president, a member, or a person typed in. */
export function ApproverInput({ ticket, values, label, errors, onChange }: ActionInputProps) {
  const { data: place } = usePlaceOfTicket(ticket);
  return (
    <PartyInput
      label={label ?? FORMS.approver}
      options={possibleApprovers(ticket, place)}
      party={values.approver}
      field="approver"
      errors={errors}
      onChange={(approver) => onChange({ approver })}
    />
  );
}

/** Manual, "Envoyer un message". */
export function RecipientInput({ ticket, values, errors, onChange }: ActionInputProps) {
  const { data: place } = usePlaceOfTicket(ticket);
  return (
    <PartyInput
      label={FORMS.recipient}
      options={partiesToWriteTo(ticket, place)}
      party={values.recipient}
      field="recipient"
      errors={errors}
      onChange={(recipient) => onChange({ recipient })}
    />
  );
}

/** "Vous pourrez également envoyer une information aux autres membres du conseil syndical". */
export function InformedInput({ ticket, values, errors, onChange }: ActionInputProps) {
  const { data: place } = usePlaceOfTicket(ticket);
  if (ticket.module !== 'SYNDIC') return null;
  const council = (place?.people ?? []).filter(
    ({ role, party }) =>
      (role === 'COUNCIL_MEMBER' || role === 'COUNCIL_PRESIDENT') &&
      party?.id !== values.approver?.person.partyId,
  );
  return (
    <PersonList
      label={FORMS.informed}
      field="informed"
      suggestions={suggestedOfPlace(place && { ...place, people: council })}
      people={values.informed}
      errors={errors}
      onChange={(informed) => onChange({ informed })}
    />
  );
}

/** Manual, "Informer un tiers": "la (ou les) personne(s) de votre choix". */
export function PersonsInput({ ticket, values, errors, onChange }: ActionInputProps) {
  const { data: place } = usePlaceOfTicket(ticket);
  return (
    <PersonList
      label={FORMS.persons}
      field="persons"
      suggestions={suggestedOfTicket(ticket, place)}
      people={values.persons}
      errors={errors}
      onChange={(persons) => onChange({ persons })}
    />
  );
}

interface PartyProps {
  label: string;
  options: PartyOption[];
  party: PartyOption | null;
  field: string;
  errors: ActionErrors;
  onChange: (party: PartyOption | null) => void;
}

/** Chooses one; the addresses of somebody new may be refined, or typed in. */
function PartyInput({ label, options, party, field, errors, onChange }: PartyProps) {
  return (
    <Stack gap="xs">
      <NativeSelect
        label={label}
        required
        data-autofocus
        data={[
          { value: '', label: EXCHANGES.choose },
          ...options.map((option) => ({ value: option.key, label: option.label })),
        ]}
        value={party?.key ?? ''}
        error={errors[field]}
        onChange={(e) => onChange(options.find(({ key }) => key === e.currentTarget.value) ?? null)}
      />
      {party?.role && (
        <PersonFields
          title={party.person.name || EXCHANGES.person}
          person={party.person}
          isKnown={party.person.partyId !== ''}
          errors={errorsBelow(errors, field)}
          onChange={(change) => onChange({ ...party, person: { ...party.person, ...change } })}
        />
      )}
    </Stack>
  );
}

interface ListProps {
  label: string;
  field: string;
  suggestions: Suggestion[];
  people: TypedPerson[];
  errors: ActionErrors;
  onChange: (people: TypedPerson[]) => void;
}

function PersonList({ label, field, suggestions, people, errors, onChange }: ListProps) {
  return (
    <Input.Wrapper label={label} labelElement="div" error={errors[field]}>
      <Stack gap="xs" mt={4}>
        <PeopleInput
          people={people}
          suggestions={suggestions}
          errorsOf={(index) => errorsBelow(errors, `${field}.${index}`)}
          onAdd={(person) => onChange([...people, person])}
          onChange={(index, change) =>
            onChange(people.map((person, i) => (i === index ? { ...person, ...change } : person)))
          }
          onRemove={(index) => onChange(people.filter((_, i) => i !== index))}
        />
      </Stack>
    </Input.Wrapper>
  );
}
