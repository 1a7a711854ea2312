import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useSaveChannels } from '../api/delivery.js';
import type { ChannelSettings } from '../api/types.js';
import { ErrorSummary } from '../forms/error-summary.js';
import pageClasses from '../forms/forms.module.css';
import { useSubmission } from '../forms/use-submission.js';
import { CHANNELS_PAGE, COMMON, SETTINGS, SUBMISSION } from '../fr.js';
import { MailSections } from './mail-sections.js';
import { SmsSection } from './sms-section.js';
import { channelsBody, typedChannels } from './typed-channels.js';
import type { TypedChannels } from './typed-channels.js';

interface Props {
  settings: ChannelSettings;
  /** Begins again from what is saved now. */
  onRenew: () => void;
  onReload: () => void;
}

const WHOLE = /^\d{1,7}$/;

export function ChannelsForm({ settings, onRenew, onReload }: Props) {
  // What somebody else saves meanwhile neither replaces what is typed nor is overwritten by it.
  const [base] = useState(settings);
  const form = useForm<TypedChannels>({
    initialValues: typedChannels(base),
    validate: {
      mail: { port: (port, { ownMail }) => (ownMail && !WHOLE.test(port) ? CHANNELS_PAGE.number : null) },
      creditsThreshold: (value) => (WHOLE.test(value) ? null : CHANNELS_PAGE.number),
    },
  });
  const save = useSaveChannels();
  const { onSubmit, summary } = useSubmission({
    form,
    mutation: save,
    command: () => channelsBody(form.values, base.version),
    onDone: () => {
      notifications.show({ message: SETTINGS.done });
      onRenew();
    },
    title: SUBMISSION.unsaved,
    onReload,
  });
  return (
    <form noValidate onSubmit={onSubmit}>
      <ErrorSummary {...summary} />
      <MailSections form={form} settings={base} />
      <SmsSection form={form} settings={base} />
      <Group className={pageClasses.submit} justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onRenew}>
          {COMMON.cancel}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {SETTINGS.submit}
        </Button>
      </Group>
    </form>
  );
}
