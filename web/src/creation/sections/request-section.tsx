import { Autocomplete, Group, NativeSelect, Radio, SimpleGrid } from '@mantine/core';
import type { ComboboxParsedItem } from '@mantine/core';
import { fetchPlace, useActing } from '../../api/directory.js';
import { useSignedIn } from '../../api/session.js';
import { CREATION, PLACE_ROLES, SOURCES } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import type { ModuleCode } from '../../api/types.js';
import { personAt } from '../../people/known-people.js';
import type { KnownPerson } from '../../people/known-people.js';
import { useKnownPeople } from '../../people/use-known-people.js';
import { personOfParty, typedPerson } from '../../people/typed-person.js';
import { unreached } from '../draft/draft.js';
import type { DraftPlace } from '../draft/draft.js';
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
  const { module } = useModule();
  const { requester } = form.values;
  const parties = new Map(
    (place?.people ?? []).flatMap(({ party, role }) => (party ? [[party.name, { party, role }]] : [])),
  );
  const elsewhere = useKnownPeople(requester.partyId ? '' : requester.name).filter(
    ({ name }) => !parties.has(name),
  );
  /** Where they live is where it is about, unless a place was chosen or is none of this module's. */
  const take = async (person: KnownPerson): Promise<void> => {
    form.setFieldValue('requester', unreached({ ...typedPerson(), name: person.name }));
    const home = await fetchPlace({ unitId: person.unitId });
    const isOfModule = module === 'SYNDIC' ? home.building?.syndic : home.building?.gerance;
    if (isOfModule && !form.getValues().place) form.setFieldValue('place', placeOf(person, module));
    const known = personAt(home, person);
    if (known) form.setFieldValue('requester', known);
  };
  const choose = (name: string): void => {
    const found = elsewhere.find(({ label }) => label === name);
    // Without an answer they are named all the same.
    if (found) return void take(found).catch(() => undefined);
    const known = parties.get(name);
    const person = known ? personOfParty(known.party) : unreached({ ...typedPerson(), name });
    form.setFieldValue('requester', person);
  };
  // The server looked for the others.
  const isMeant = (option: ComboboxParsedItem<string>, search: string): boolean =>
    !('value' in option) ||
    !parties.has(option.value) ||
    option.value.toLowerCase().includes(search.trim().toLowerCase());
  return (
    <Autocomplete
      label={CREATION.requester}
      placeholder={CREATION.requesterHint}
      data={[...parties.keys(), ...elsewhere.map(({ label }) => label)]}
      filter={({ options, search }) => options.filter((option) => isMeant(option, search))}
      renderOption={({ option }) => {
        const role = parties.get(String(option.value))?.role;
        return role ? `${option.value} (${PLACE_ROLES[role]})` : option.value;
      }}
      value={requester.name}
      onChange={choose}
      error={
        form.errors['requester.name'] ?? form.errors['requester.mails'] ?? form.errors['requester.mobiles']
      }
    />
  );
}

function placeOf(person: KnownPerson, module: ModuleCode): DraftPlace {
  const { unitId, unitLabel, buildingId, buildingName } = person;
  if (module === 'SYNDIC') return { kind: 'building', id: buildingId, label: buildingName };
  return { kind: 'unit', id: unitId, label: [buildingName, unitLabel].filter(Boolean).join(', ') };
}
