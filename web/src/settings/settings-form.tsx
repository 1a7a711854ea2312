import { MOST } from '@intervia/rules';
import { OPTION_WORDS } from '@intervia/french/words';
import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useSaveSettings } from '../api/settings.js';
import type { ModuleSettings } from '../api/types.js';
import { VISIBILITIES_OF } from '../lib/visibilities.js';
import { ErrorSummary } from '../forms/error-summary.js';
import classes from '../forms/forms.module.css';
import { Section, Subsection } from '../forms/section.js';
import { useSubmission } from '../forms/use-submission.js';
import { COMMON, CREATION, SETTINGS, SUBMISSION, VISIBILITIES } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { newKey } from '../lib/keys.js';
import { TimersInput } from '../timers/timers-input.js';
import { UploadField } from '../ui/uploads/upload-field.js';
import { useUploadQueue } from '../ui/uploads/use-uploads.js';
import { ALL_TIMERS, checkSettings, settingsBody, typedSettings } from './typed-settings.js';
import type { SwitchName } from './typed-settings.js';

interface Props {
  settings: ModuleSettings;
  /** Begins again from what is saved now. */
  onRenew: () => void;
  onReload: () => void;
}

export function SettingsForm({ settings, onRenew, onReload }: Props) {
  const { path, module } = useModule();
  const [key] = useState(newKey);
  // What somebody else saves meanwhile neither replaces what is typed nor is overwritten by it.
  const [{ version }] = useState(settings);
  const form = useForm({ initialValues: typedSettings(settings), validate: checkSettings });
  const queue = useUploadQueue(MOST.defaultAttachments, settings.defaultAttachments);
  const save = useSaveSettings(path);

  const { onSubmit, summary, uploadError } = useSubmission({
    form,
    queue,
    mutation: save,
    command: (documents) => ({ body: settingsBody(form.values, version, documents), key }),
    onDone: () => {
      notifications.show({ message: SETTINGS.done });
      onRenew();
    },
    title: SUBMISSION.unsaved,
    onReload,
  });
  const box = (name: SwitchName) => (
    <Checkbox
      label={SETTINGS.switches[name].label}
      description={SETTINGS.switches[name].hint}
      {...form.getInputProps(name, { type: 'checkbox' })}
    />
  );

  return (
    <form noValidate onSubmit={onSubmit}>
      <ErrorSummary {...summary} />
      <Section title={SETTINGS.clients}>
        <div className={classes.options}>
          {box('shownToClients')}
          <NativeSelect
            label={OPTION_WORDS.visibility.label}
            data={VISIBILITIES_OF[module].map((value) => ({ value, label: VISIBILITIES[value] }))}
            {...form.getInputProps('visibility')}
          />
        </div>
        <Textarea
          label={SETTINGS.emergency}
          description={SETTINGS.emergencyHint}
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('emergencyNumbers')}
        />
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
          maximum={MOST.defaultAttachments}
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
          <TextInput
            label={SETTINGS.dormantDays}
            description={SETTINGS.dormantDaysHint}
            inputMode="numeric"
            maw={340}
            {...form.getInputProps('dormantDays')}
          />
        </Subsection>
      </Section>
      <Group className={classes.submit} justify="flex-end">
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
