import { Autocomplete, Group, NativeSelect, Radio, SimpleGrid } from '@mantine/core';
import { useActing } from '../../api/directory.js';
import { useSignedIn } from '../../api/session.js';
import { CREATION, PLACE_ROLES, SOURCES } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { personOfParty, typedPerson } from '../../people/typed-person.js';
import { unreached } from '../draft/draft.js';
import { PlacePicker } from './place-picker.js';
import type { DraftForm } from '../draft/use-draft-form.js';
import { usePlaceOf } from './use-place-of.js';

/** Manual, "Partie haute". How many contractors there are makes it simple or multiple. */
export function RequestSection({ form }: { form: DraftForm }) {
  const { user } = useSignedIn();
  const { module } = useModule();
  const users = useActing([module]);
  const managers = users.some(({ id }) => id === user.id) ? users : [user, ...users];
  return (
    <>
      <Radio.Group
        label={CREATION.type}
        description={form.values.quote ? CREATION.quoteHint : undefined}
        value={form.values.quote ? 'QUOTE' : 'WORK_ORDER'}
        onChange={(type) => form.setFieldValue('quote', type === 'QUOTE')}
      >
        <Group mt={6} gap="lg">
          <Radio value="WORK_ORDER" label={CREATION.workOrder} />
          <Radio value="QUOTE" label={CREATION.quote} />
        </Group>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <PlacePicker form={form} />
        <NativeSelect
          label={CREATION.manager}
          data={managers.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('managerId')}
        />
        <RequesterInput form={form} />
        <NativeSelect
          label={CREATION.source}
          required
          data={[
            { value: '', label: CREATION.choose },
            ...Object.entries(SOURCES).map(([value, label]) => ({ value, label })),
          ]}
          {...form.getInputProps('source')}
        />
      </SimpleGrid>
    </>
  );
}

/** Free text; choosing a person of the place brings its addresses along. */
function RequesterInput({ form }: { form: DraftForm }) {
  const { data: place } = usePlaceOf(form);
  const parties = new Map(
    (place?.people ?? []).flatMap(({ party, role }) => (party ? [[party.name, { party, role }]] : [])),
  );
  const choose = (name: string): void => {
    const known = parties.get(name);
    const person = known ? personOfParty(known.party) : unreached({ ...typedPerson(), name });
    form.setFieldValue('requester', person);
  };
  return (
    <Autocomplete
      label={CREATION.requester}
      placeholder={CREATION.requesterHint}
      data={[...parties.keys()]}
      renderOption={({ option }) => {
        const role = parties.get(String(option.value))?.role;
        return role ? `${option.value} (${PLACE_ROLES[role]})` : option.value;
      }}
      value={form.values.requester.name}
      onChange={choose}
      error={
        form.errors['requester.name'] ?? form.errors['requester.mails'] ?? form.errors['requester.mobiles']
      }
    />
  );
}
