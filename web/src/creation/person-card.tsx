import { ActionIcon, Checkbox, Group, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { COMMON, CREATION } from '../fr.js';
import classes from './creation.module.css';
import type { DraftForm } from './use-draft-form.js';

interface Props {
  form: DraftForm;
  /** "contractors.0" */
  path: string;
  title: string;
  withComment?: boolean;
  onRemove: () => void;
}

/** The details may be refined here, for this ticket only (manual, "modifiées de façon temporaire"). */
export function PersonCard({ form, path, title, withComment = false, onRemove }: Props) {
  return (
    <div role="group" aria-label={title} className={classes.person}>
      <TextInput label={CREATION.name} size="xs" required {...form.getInputProps(`${path}.name`)} />
      <TextInput
        label={CREATION.mails}
        size="xs"
        placeholder={CREATION.severalHint}
        {...form.getInputProps(`${path}.mails`)}
      />
      <TextInput
        label={CREATION.mobiles}
        size="xs"
        placeholder={CREATION.severalHint}
        {...form.getInputProps(`${path}.mobiles`)}
      />
      <TextInput label={CREATION.phone} size="xs" {...form.getInputProps(`${path}.phone`)} />
      <Group gap="sm" className={classes.channels}>
        <Checkbox
          label={CREATION.byMail}
          size="xs"
          {...form.getInputProps(`${path}.channels.mail`, { type: 'checkbox' })}
        />
        <Checkbox
          label={CREATION.bySms}
          size="xs"
          {...form.getInputProps(`${path}.channels.sms`, { type: 'checkbox' })}
        />
        <ActionIcon variant="subtle" color="red.9" aria-label={COMMON.remove(title)} onClick={onRemove}>
          <IconTrash size={17} />
        </ActionIcon>
      </Group>
      {withComment && (
        <TextInput
          label={CREATION.personComment}
          size="xs"
          className={classes.personComment}
          {...form.getInputProps(`${path}.comment`)}
        />
      )}
      {form.errors[`${path}.channels`] && (
        <p className={classes.groupError}>{form.errors[`${path}.channels`]}</p>
      )}
    </div>
  );
}
