import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from 'react-router';
import { CLIENT, clientStatus, COMMON, FOLLOW_UPS } from '../fr.js';
import { formatDay } from '../lib/dates.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { useFollowUps } from './api/client-api.js';
import type { FollowUp } from './api/client-types.js';
import classes from './client.module.css';
import { StatusText } from './status-text.js';

/** Manual, "Suivi d'intervention": one's own tickets, and those that one may see. */
export default function FollowUpsPage() {
  useDocumentTitle(`${CLIENT.followUps} · ${COMMON.product}`);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useFollowUps();
  const followUps = data?.pages.flatMap((page) => page.followUps);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {CLIENT.followUps}
        </Title>
        <Button component={Link} to="/client/requests/new">
          {CLIENT.newRequest}
        </Button>
      </Group>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !followUps && <Loading />}
      {followUps?.length === 0 && <Empty />}
      {followUps && followUps.length > 0 && (
        <>
          <ul className={classes.list}>
            {followUps.map((followUp) => (
              <li key={followUp.ticketId}>
                <Card followUp={followUp} />
              </li>
            ))}
          </ul>
          <div className={classes.more}>
            <span role="status">{FOLLOW_UPS.loaded(followUps.length, hasNextPage)}</span>
            {hasNextPage && (
              <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {FOLLOW_UPS.more}
              </Button>
            )}
          </div>
        </>
      )}
    </Stack>
  );
}

function Card({ followUp }: { followUp: FollowUp }) {
  const { ticketId, number, subject, placeLabel, status, colour, modifiedAt } = followUp;
  return (
    <Link to={`/client/follow-ups/${ticketId}`} className={classes.card}>
      <span className={classes.cardHead}>
        <StatusText text={clientStatus(status).title} colour={colour} />
        <span className={classes.small}>{CLIENT.updated(formatDay(modifiedAt))}</span>
      </span>
      <span className={classes.subject}>{CLIENT.numberAndSubject(number, subject)}</span>
      <span className={classes.small}>{placeLabel}</span>
    </Link>
  );
}

function Empty() {
  return (
    <div className={classes.empty}>
      <Text fw={600}>{FOLLOW_UPS.empty}</Text>
      <Text size="sm">{FOLLOW_UPS.emptyHint}</Text>
    </div>
  );
}
