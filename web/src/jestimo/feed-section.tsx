import { Alert, Badge, Button, Group, List, Switch } from '@mantine/core';
import { Section } from '../forms/section.js';
import { formatDateTime, formatDay } from '../lib/dates.js';
import { ErrorNotice } from '../ui/error-notice.js';
import type { Feed } from './api.js';
import { useFeeds, useSendings, useSetFeed, useStartFeed } from './api.js';
import { failureText, FEED_STATES, JESTIMO, SENDING_STATES } from './fr.js';
import classes from './jestimo.module.css';

/** Manual, "Export Jestimo": chosen by entity, begun as of yesterday, the last sending shown. */
export function FeedSection() {
  const { data: feeds, error, refetch } = useFeeds();
  return (
    <Section title={JESTIMO.feed}>
      <p className={classes.lead}>{JESTIMO.feedLead}</p>
      <List size="sm" mb="md">
        {JESTIMO.what.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {feeds?.length === 0 && <p className={classes.soft}>{JESTIMO.noEntity}</p>}
      {feeds?.map((feed) => (
        <OneFeed key={feed.entityId} feed={feed} />
      ))}
      <Sendings feeds={feeds ?? []} />
    </Section>
  );
}

function OneFeed({ feed }: { feed: Feed }) {
  const set = useSetFeed();
  const start = useStartFeed();
  const { entityId, entityName, state, sentThrough, lastSentAt, lastRecords, knownRecords, nextTryAt } = feed;
  const isOn = state !== 'OFF';
  const error = set.error ?? start.error;
  return (
    <section className={classes.feed} aria-label={entityName}>
      <Group justify="space-between">
        <h3>{entityName}</h3>
        <Badge color={state === 'FAILING' ? 'red' : 'blue'} variant="light">
          {FEED_STATES[state]}
        </Badge>
      </Group>
      <Switch
        label={JESTIMO.enabled}
        checked={isOn}
        disabled={set.isPending}
        onChange={(event) => set.mutate({ entityId, enabled: event.currentTarget.checked })}
      />
      <p className={classes.soft}>
        {lastSentAt ? JESTIMO.lastSent(formatDateTime(lastSentAt), lastRecords) : JESTIMO.neverSent}{' '}
        {sentThrough && JESTIMO.upTo(formatDay(sentThrough))}{' '}
        {knownRecords > 0 && JESTIMO.known(knownRecords)}
      </p>
      {state === 'FAILING' && (
        <Alert color="red" role="alert">
          {failureText(feed.failureCode)} {nextTryAt && JESTIMO.nextTry(formatDateTime(nextTryAt))}
        </Alert>
      )}
      {error && <ErrorNotice error={error} />}
      {isOn && (
        <Group>
          <Button
            variant={state === 'READY' ? 'filled' : 'default'}
            loading={start.isPending}
            onClick={() => start.mutate({ entityId, how: 'initialisation' })}
          >
            {state === 'READY' ? JESTIMO.initialise : JESTIMO.again}
          </Button>
          {state === 'FAILING' && (
            <Button variant="default" onClick={() => start.mutate({ entityId, how: 'retry' })}>
              {JESTIMO.retry}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}

function Sendings({ feeds }: { feeds: readonly Feed[] }) {
  const { data: sendings } = useSendings();
  if (!sendings || sendings.length === 0) return null;
  const nameOf = (id: string) => feeds.find(({ entityId }) => entityId === id)?.entityName ?? '';
  return (
    <div className={classes.scroll} role="region" aria-label={JESTIMO.sendings} tabIndex={0}>
      <table className={classes.table}>
        <caption>{JESTIMO.sendings}</caption>
        <thead>
          <tr>
            {[JESTIMO.day, JESTIMO.entity, JESTIMO.records, JESTIMO.made, JESTIMO.state].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sendings.map(({ id, entityId, day, records, madeAt, state, attempts }) => (
            <tr key={id}>
              <td>{formatDay(day)}</td>
              <td>{nameOf(entityId)}</td>
              <td>{records}</td>
              <td>{formatDateTime(madeAt)}</td>
              <td>
                {SENDING_STATES[state]} {attempts > 1 && `(${JESTIMO.attempts(attempts)})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
