import { Alert, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import { ProblemError } from '../api/problem.js';
import { useSaveChannels } from '../api/delivery.js';
import type { ChannelSettings } from '../api/delivery-types.js';
import pageClasses from '../creation/creation.module.css';
import { faultsOf } from '../creation/faults-of.js';
import { CHANNELS_PAGE, COMMON, SETTINGS } from '../fr.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { MailSections } from './mail-sections.js';
import { SmsSection } from './sms-section.js';
import { channelsBody, typedChannels } from './typed-channels.js';
import type { TypedChannels } from './typed-channels.js';

export type ChannelsFormState = UseFormReturnType<TypedChannels>;

interface Props {
  settings: ChannelSettings;
  onReload: () => void;
}

const WHOLE = /^\d{1,7}$/;

export function ChannelsForm({ settings, onReload }: Props) {
  const form = useForm<TypedChannels>({
    initialValues: typedChannels(settings),
    validate: {
      mail: { port: (port, { ownMail }) => (ownMail && !WHOLE.test(port) ? CHANNELS_PAGE.number : null) },
      creditsThreshold: (value) => (WHOLE.test(value) ? null : CHANNELS_PAGE.number),
    },
  });
  const formRef = useRef<HTMLFormElement>(null);
  const save = useSaveChannels();
  const submit = (): void => {
    if (save.isPending || form.validate().hasErrors) return;
    save.mutate(channelsBody(form.values, settings.version), {
      onSuccess: () => notifications.show({ message: SETTINGS.done }),
      onError: (error) => {
        if (error instanceof ProblemError) form.setErrors(faultsOf(error));
        requestAnimationFrame(() =>
          formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
        );
      },
    });
  };
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {save.error && <SaveError error={save.error} onRetry={submit} onReload={onReload} />}
      <MailSections form={form} settings={settings} />
      <SmsSection form={form} settings={settings} />
      <Group className={pageClasses.submit} justify="flex-end">
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            form.reset();
            save.reset();
          }}
        >
          {COMMON.cancel}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {SETTINGS.submit}
        </Button>
      </Group>
    </form>
  );
}

interface SaveErrorProps {
  error: Error;
  onRetry: () => void;
  onReload: () => void;
}

function SaveError({ error, onRetry, onReload }: SaveErrorProps) {
  if (!(error instanceof ProblemError) || error.code !== 'VERSION_CONFLICT')
    return <ErrorNotice error={error} onRetry={error instanceof ProblemError ? undefined : onRetry} />;
  return (
    <Alert color="red" role="alert" mb="sm">
      <Stack gap="xs" align="flex-start">
        {CHANNELS_PAGE.conflict}
        <Button size="xs" variant="default" onClick={onReload}>
          {CHANNELS_PAGE.reload}
        </Button>
      </Stack>
    </Alert>
  );
}
