import { Button, Group, NativeSelect, Radio, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useAlertPreference, useSaveAlertPreference } from '../api/delivery.js';
import type { AlertPreference } from '../api/types.js';
import pageClasses from '../forms/forms.module.css';
import { Section } from '../forms/section.js';
import { COMMON, PREFERENCES, SETTINGS } from '../fr.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: PREFERENCES.hourName(hour),
}));

/** Of the signed-in user. */
export default function PreferencesPage() {
  const { data: preference, error, refetch } = useAlertPreference();
  useDocumentTitle(`${PREFERENCES.title} · ${COMMON.product}`);
  if (!preference) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <div className={pageClasses.page}>
      <Title order={1} size="h3" mb="sm">
        {PREFERENCES.title}
      </Title>
      <PreferenceForm preference={preference} />
    </div>
  );
}

function PreferenceForm({ preference }: { preference: AlertPreference }) {
  const [{ digest, hour }, setTyped] = useState(preference);
  const save = useSaveAlertPreference();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { digest, hour },
          { onSuccess: () => notifications.show({ message: PREFERENCES.saved }) },
        );
      }}
    >
      {save.error && <ErrorNotice error={save.error} />}
      <Section title={PREFERENCES.alerts}>
        <Radio.Group
          aria-label={PREFERENCES.alerts}
          description={PREFERENCES.hint}
          value={digest ? 'digest' : 'each'}
          onChange={(value) => setTyped({ digest: value === 'digest', hour })}
        >
          <Stack gap="sm" mt="xs">
            <Radio value="each" label={PREFERENCES.each} />
            <Radio value="digest" label={PREFERENCES.digest} description={PREFERENCES.atOnce} />
          </Stack>
        </Radio.Group>
        {digest && (
          <NativeSelect
            label={PREFERENCES.hour}
            data={HOURS}
            maw={180}
            value={String(hour)}
            onChange={(event) => setTyped({ digest, hour: Number(event.currentTarget.value) })}
          />
        )}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {SETTINGS.submit}
          </Button>
        </Group>
      </Section>
    </form>
  );
}
