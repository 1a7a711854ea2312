import { ActionIcon, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { COMMON, CREATION } from '../fr.js';
import classes from './people.module.css';
import type { TypedPerson } from './typed-person.js';

interface Props {
  title: string;
  person: TypedPerson;
  errors: Partial<Record<string, ReactNode>>;
  /** Somebody of the ticket: only the addresses may be changed. */
  isKnown?: boolean;
  /** Absent where there is nothing to comment on. */
  commentLabel?: string;
  onChange: (change: Partial<TypedPerson>) => void;
  /** Absent for the only person of a form. */
  onRemove?: () => void;
}

/** The details may be refined here, for this ticket only (manual, "modifiées de façon temporaire"). */
export function PersonFields({ title, person, errors, isKnown, commentLabel, onChange, onRemove }: Props) {
  const { channels } = person;
  const text = (name: 'name' | 'mails' | 'mobiles' | 'phone' | 'comment') => ({
    size: 'xs' as const,
    value: person[name],
    error: errors[name],
    onChange: (e: { currentTarget: { value: string } }) => onChange({ [name]: e.currentTarget.value }),
  });
  const channel = (name: 'mail' | 'sms') => ({
    size: 'xs' as const,
    checked: channels[name],
    onChange: (e: { currentTarget: { checked: boolean } }) =>
      onChange({ channels: { ...channels, [name]: e.currentTarget.checked } }),
  });
  return (
    <div role="group" aria-label={title} className={classes.person} data-known={isKnown || undefined}>
      {!isKnown && <TextInput label={CREATION.name} required {...text('name')} />}
      <TextInput label={CREATION.mails} placeholder={CREATION.severalHint} {...text('mails')} />
      <TextInput label={CREATION.mobiles} placeholder={CREATION.severalHint} {...text('mobiles')} />
      {!isKnown && <TextInput label={CREATION.phone} {...text('phone')} />}
      <Group gap="sm" className={classes.channels}>
        <Checkbox label={CREATION.byMail} {...channel('mail')} />
        <Checkbox label={CREATION.bySms} {...channel('sms')} />
        {onRemove && (
          <ActionIcon variant="subtle" color="red.9" aria-label={COMMON.remove(title)} onClick={onRemove}>
            <IconTrash size={17} />
          </ActionIcon>
        )}
      </Group>
      {commentLabel && (
        <Textarea
          label={commentLabel}
          autosize
          minRows={1}
          className={classes.comment}
          {...text('comment')}
        />
      )}
      {errors['channels'] && <p className={classes.groupError}>{errors['channels']}</p>}
    </div>
  );
}
