import { Badge, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { AccountApi } from '../api/account.js';
import { ACCOUNT } from '../fr.js';
import { formatDateTime } from '../lib/dates.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import classes from './account.module.css';
import { useAccountChange, useOwnSessions } from './use-account.js';

export function SessionsPart({ api }: { api: AccountApi }) {
  const { data: sessions, error, refetch } = useOwnSessions(api);
  const end = useAccountChange((id: string) => (id === '' ? api.endOtherSessions() : api.endSession(id)));
  if (!sessions) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const endThem = (id: string) =>
    end.mutate(id, {
      onSuccess: ({ ended }) => notifications.show({ message: ACCOUNT.sessionsEnded(ended) }),
    });
  return (
    <>
      <Text size="sm" c="var(--ink-soft)">
        {ACCOUNT.sessionsHint}
      </Text>
      {end.error && <ErrorNotice error={end.error} />}
      <ul className={classes.list}>
        {sessions.map(({ id, device, address, seenAt, current }, at) => (
          <li key={id || at} className={classes.row}>
            <div>
              <p className={classes.name}>
                {device || ACCOUNT.sessionUnknown}{' '}
                {current && (
                  <Badge color="green.9" variant="outline" tt="none">
                    {ACCOUNT.sessionCurrent}
                  </Badge>
                )}
              </p>
              <p className={classes.facts}>{ACCOUNT.sessionFacts(address, formatDateTime(seenAt))}</p>
            </div>
            {!current && id !== '' && (
              <Button
                variant="default"
                size="xs"
                aria-label={ACCOUNT.sessionEndOf(device || ACCOUNT.sessionUnknown)}
                onClick={() => endThem(id)}
              >
                {ACCOUNT.sessionEnd}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Group>
          <Button variant="default" loading={end.isPending} onClick={() => endThem('')}>
            {ACCOUNT.sessionsEnd}
          </Button>
        </Group>
      )}
    </>
  );
}
