import './styles.js';
import { Switch, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useSaveSecuritySettings, useSecuritySettings } from '../api/security.js';
import pageClasses from '../forms/forms.module.css';
import { Section } from '../forms/section.js';
import { COMMON, SECURITY } from '../fr.js';
import { API_KEYS } from '../fr/api-keys.js';
import { WEBHOOKS } from '../fr/webhooks.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { ApiKeysPart } from './api-keys-part.js';
import { SecurityLogPart } from './security-log-part.js';
import { TeamPart } from './team-part.js';
import { WebhooksPart } from './webhooks/webhooks-part.js';

/** What administrators decide about signing in, and what happened. */
export default function SecurityPage() {
  const { data, error, refetch } = useSecuritySettings();
  const save = useSaveSecuritySettings();
  useDocumentTitle(`${SECURITY.title} · ${COMMON.product}`);
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <div className={pageClasses.page}>
      <Title order={1} size="h3" mb="sm">
        {SECURITY.title}
      </Title>
      <Section title={SECURITY.rule}>
        {save.error && <ErrorNotice error={save.error} />}
        <Switch
          label={SECURITY.required}
          description={SECURITY.requiredHint}
          checked={data.secondFactorRequired}
          disabled={save.isPending}
          onChange={(event) =>
            save.mutate(event.currentTarget.checked, {
              onSuccess: () => notifications.show({ message: SECURITY.saved }),
            })
          }
        />
      </Section>
      <Section title={SECURITY.team}>
        <TeamPart team={data.team} />
      </Section>
      <Section title={API_KEYS.title}>
        <ApiKeysPart />
      </Section>
      <Section title={WEBHOOKS.title}>
        <WebhooksPart />
      </Section>
      <Section title={SECURITY.log}>
        <SecurityLogPart team={data.team} />
      </Section>
    </div>
  );
}
