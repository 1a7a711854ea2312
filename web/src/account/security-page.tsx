import './styles.js';
import { Badge, Button, Switch, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useResetSecondFactor, useSaveSecuritySettings, useSecuritySettings } from '../api/security.js';
import type { TeamMember } from '../api/types.js';
import pageClasses from '../forms/forms.module.css';
import { Section } from '../forms/section.js';
import { COMMON, SECURITY } from '../fr.js';
import { API_KEYS } from '../fr/api-keys.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import classes from './account.module.css';
import { ApiKeysPart } from './api-keys-part.js';
import { SecurityLogPart } from './security-log-part.js';

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
        <Team team={data.team} />
      </Section>
      <Section title={API_KEYS.title}>
        <ApiKeysPart />
      </Section>
      <Section title={SECURITY.log}>
        <SecurityLogPart team={data.team} />
      </Section>
    </div>
  );
}

function Team({ team }: { team: readonly TeamMember[] }) {
  const [asked, setAsked] = useState<TeamMember>();
  const reset = useResetSecondFactor();
  return (
    <>
      <ul className={classes.list}>
        {team.map((member) => (
          <li key={member.id} className={classes.row}>
            <div>
              <p className={classes.name}>{member.name}</p>
              <p className={classes.facts}>{member.mail}</p>
            </div>
            <div className={classes.row}>
              <Badge color={member.hasSecondFactor ? 'green.9' : 'gray.7'} variant="outline" tt="none">
                {member.hasSecondFactor ? SECURITY.has : SECURITY.hasNot}
              </Badge>
              {member.hasSecondFactor && (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={SECURITY.resetOf(member.name)}
                  onClick={() => setAsked(member)}
                >
                  {SECURITY.reset}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {team.length === 0 && <Text size="sm">{SECURITY.empty}</Text>}
      {asked && (
        <ConfirmDialog
          title={SECURITY.resetTitle(asked.name)}
          text={SECURITY.resetText}
          confirm={SECURITY.reset}
          isFinal
          isPending={reset.isPending}
          error={reset.error && <ErrorNotice error={reset.error} />}
          onConfirm={() =>
            reset.mutate(asked.id, {
              onSuccess: () => {
                notifications.show({ message: SECURITY.resetDone(asked.name) });
                setAsked(undefined);
              },
            })
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
