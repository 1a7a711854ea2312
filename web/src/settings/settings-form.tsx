import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ProblemError } from '../api/problem.js';
import { useSaveSettings } from '../api/settings.js';
import type { ModuleSettings } from '../api/types.js';
import { documentsOf, isUnfinished } from '../api/upload-queue.js';
import { VISIBILITIES_OF } from '../creation/draft.js';
import { faultsOf } from '../creation/faults-of.js';
import classes from '../creation/creation.module.css';
import { Section, Subsection } from '../creation/section.js';
import { COMMON, CREATION, CREATION_ERRORS, MODULES, SETTINGS, VISIBILITIES } from '../fr.js';
import { BackToList } from '../layout/back-to-list.js';
import { useModule } from '../layout/use-module.js';
import { newKey } from '../lib/keys.js';
import { TimersInput } from '../timers/timers-input.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { UploadField } from '../ui/uploads/upload-field.js';
import { useUploadQueue } from '../ui/uploads/use-uploads.js';
import { SettingsTabs } from './settings-tabs.js';
import { ALL_TIMERS, checkSettings, settingsBody, typedSettings } from './typed-settings.js';
import type { SwitchName } from './typed-settings.js';

const MAX_ATTACHMENTS = 10;

interface Props {
  settings: ModuleSettings;
  onReload: () => void;
}

export function SettingsForm({ settings, onReload }: Props) {
  const { path, module } = useModule();
  const [key] = useState(newKey);
  const form = useForm({ initialValues: typedSettings(settings), validate: checkSettings });
  const queue = useUploadQueue(MAX_ATTACHMENTS, settings.defaultAttachments);
  const [uploadError, setUploadError] = useState<string>();
  const save = useSaveSettings(path);

  const submit = (): void => {
    if (save.isPending) return;
    const uploads = isUnfinished(queue.items) ? CREATION_ERRORS.uploads : undefined;
    setUploadError(uploads);
    if (form.validate().hasErrors || uploads) return;
    save.mutate(
      { body: settingsBody(form.values, settings.version, documentsOf(queue.items)), key },
      {
        onSuccess: () => notifications.show({ message: SETTINGS.done }),
        onError: (error) => {
          if (error instanceof ProblemError) form.setErrors(faultsOf(error));
        },
      },
    );
  };
  const box = (name: SwitchName) => (
    <Checkbox
      label={SETTINGS.switches[name].label}
      description={SETTINGS.switches[name].hint}
      {...form.getInputProps(name, { type: 'checkbox' })}
    />
  );
  const isConflict = save.error instanceof ProblemError && save.error.code === 'VERSION_CONFLICT';

  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <BackToList path={path} />
      <Title order={1} size="h3" mb="sm">
        {SETTINGS.title(MODULES[path])}
      </Title>
      <SettingsTabs path={path} />
      {save.error && <ErrorNotice error={save.error} onRetry={isConflict ? onReload : submit} />}
      <Section title={SETTINGS.clients}>
        <div className={classes.options}>
          {box('shownToClients')}
          <NativeSelect
            label={CREATION.visibility}
            data={VISIBILITIES_OF[module].map((value) => ({ value, label: VISIBILITIES[value] }))}
            {...form.getInputProps('visibility')}
          />
        </div>
      </Section>
      <Section title={SETTINGS.contractors}>
        <div className={classes.options}>
          {box('readReceipt')}
          {box('hideAgencyMail')}
          {box('automaticInvoiceRequest')}
        </div>
        <Textarea
          label={SETTINGS.defaultDescription}
          description={SETTINGS.defaultDescriptionHint}
          autosize
          minRows={2}
          maxRows={12}
          {...form.getInputProps('defaultDescription')}
        />
        <UploadField
          label={SETTINGS.defaultAttachments}
          description={SETTINGS.defaultAttachmentsHint}
          queue={queue}
          maximum={MAX_ATTACHMENTS}
          error={uploadError ?? form.errors['defaultAttachmentIds']}
        />
      </Section>
      <Section title={SETTINGS.notify}>
        <div className={classes.options}>
          {box('notifyCreator')}
          {box('notifyManager')}
          {box('notifyAssistant')}
        </div>
      </Section>
      <Section title={SETTINGS.others}>
        <Subsection title={CREATION.timers}>
          <TimersInput
            names={ALL_TIMERS}
            timers={form.values.timers}
            errors={form.errors}
            onChange={(timers) => form.setFieldValue('timers', timers)}
          />
        </Subsection>
        <Subsection title={SETTINGS.list}>
          <TextInput
            label={SETTINGS.listSize}
            inputMode="numeric"
            maw={260}
            {...form.getInputProps('listSize')}
          />
        </Subsection>
      </Section>
      <Group className={classes.submit} justify="flex-end">
        <Button variant="subtle" color="gray" onClick={() => form.reset()}>
          {COMMON.cancel}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {SETTINGS.submit}
        </Button>
      </Group>
    </form>
  );
}
