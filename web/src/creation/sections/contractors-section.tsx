import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { CREATION } from '../../fr.js';
import { errorsBelow } from '../../lib/errors-below.js';
import { ContractorPicker } from '../../people/contractor-picker.js';
import classes from '../../people/people.module.css';
import { PersonFields } from '../../people/person-fields.js';
import { personOfContractor, typedPerson } from '../../people/typed-person.js';
import type { TypedPerson } from '../../people/typed-person.js';
import { changePerson } from '../draft/person-of-form.js';
import { Subsection } from '../../forms/section.js';
import type { DraftForm } from '../draft/use-draft-form.js';

/** Manual, "Intervenant": one or several; each of several has its own instructions. */
export function ContractorsSection({ form }: { form: DraftForm }) {
  const { contractors } = form.values;
  const add = (person: TypedPerson): void => {
    form.insertListItem('contractors', person);
    form.clearFieldError('contractors');
  };
  return (
    <Subsection title={CREATION.contractors} error={form.errors['contractors']}>
      <div className={classes.picker}>
        <ContractorPicker
          taken={contractors.map(({ partyId }) => partyId)}
          onPick={(contractor) => add(personOfContractor(contractor))}
        />
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => add(typedPerson())}
        >
          {CREATION.addUnlisted}
        </Button>
      </div>
      {contractors.map((person, index) => (
        <PersonFields
          key={person.key}
          title={person.name || CREATION.contractor(index + 1)}
          person={person}
          errors={errorsBelow(form.errors, `contractors.${index}`)}
          commentLabel={contractors.length > 1 ? CREATION.ownInstructions : undefined}
          onChange={(change) => changePerson(form, `contractors.${index}`, change)}
          onRemove={() => form.removeListItem('contractors', index)}
        />
      ))}
    </Subsection>
  );
}
