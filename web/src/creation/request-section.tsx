import { Autocomplete, NativeSelect, Radio, SimpleGrid } from '@mantine/core';
import { useUsers } from '../api/directory.js';
import { useSignedIn } from '../api/session.js';
import { CREATION, PLACE_ROLES, SOURCES } from '../fr.js';
import { channelsOfParty, personOfParty, typedPerson } from './draft.js';
import { PlacePicker } from './place-picker.js';
import type { DraftForm } from './use-draft-form.js';
import { usePlaceOf } from './use-place-of.js';

/** Manual, "Partie haute". Quotes come with a later release: one type is offered. */
export function RequestSection({ form }: { form: DraftForm }) {
  const { user } = useSignedIn();
  const { data: users = [] } = useUsers();
  const managers = users.some(({ id }) => id === user.id) ? users : [user, ...users];
  return (
    <>
      <Radio.Group label={CREATION.type} value="WORK_ORDER">
        <Radio value="WORK_ORDER" label={CREATION.workOrder} mt={6} readOnly />
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
    const person = known
      ? personOfParty(known.party, channelsOfParty(known.party))
      : { ...typedPerson(), name, channels: { mail: false, sms: false } };
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
