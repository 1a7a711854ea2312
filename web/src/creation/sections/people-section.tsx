import { Checkbox, Group } from '@mantine/core';
import { CREATION, NOTIFIED_GROUPS } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { errorsBelow } from '../../lib/errors-below.js';
import { PeopleInput } from '../../people/people-input.js';
import { PersonSearch } from '../../people/person-search.js';
import { suggestedOfPlace } from '../../people/suggestions.js';
import { changePerson } from '../draft/person-of-form.js';
import { Subsection } from '../../forms/section.js';
import type { DraftForm } from '../draft/use-draft-form.js';
import { usePlaceOf } from './use-place-of.js';

interface Props {
  form: DraftForm;
  list: 'contacts' | 'notified';
  title: string;
}

/** Manual, "Personne à contacter" and "Personne(s) à notifier": those of the place, or typed in. */
export function PeopleSection({ form, list, title }: Props) {
  const { data: place } = usePlaceOf(form);
  const { module } = useModule();
  return (
    <Subsection title={title} error={form.errors[list]}>
      {list === 'notified' && module === 'SYNDIC' && <Groups form={form} />}
      <PersonSearch onPick={(person) => form.insertListItem(list, person)} />
      <PeopleInput
        people={form.values[list]}
        suggestions={suggestedOfPlace(place)}
        hint={form.values.place ? undefined : CREATION.choosePlace}
        commentLabel={list === 'contacts' ? CREATION.personComment : undefined}
        errorsOf={(index) => errorsBelow(form.errors, `${list}.${index}`)}
        onAdd={(person) => form.insertListItem(list, person)}
        onChange={(index, change) => changePerson(form, `${list}.${index}`, change)}
        onRemove={(index) => form.removeListItem(list, index)}
      />
    </Subsection>
  );
}

/** Manual: "tous les membres du conseil syndical", "tous les copropriétaires". The server knows who they are. */
function Groups({ form }: { form: DraftForm }) {
  return (
    <Checkbox.Group
      label={CREATION.groups}
      value={form.values.notifiedGroups}
      onChange={(groups) => form.setFieldValue('notifiedGroups', groups)}
    >
      <Group gap="lg" mt={6}>
        {Object.entries(NOTIFIED_GROUPS).map(([value, label]) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
