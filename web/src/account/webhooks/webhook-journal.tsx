import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Webhook, WebhookDelivery } from '../../api/types.js';
import { useReplayDelivery, useWebhookDeliveries } from '../../api/webhooks.js';
import { CHANGE_TYPES, WEBHOOK_DELIVERY_STATES, WEBHOOK_FAULTS, WEBHOOKS } from '../../fr/webhooks.js';
import { formatDateTime } from '../../lib/dates.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import classes from '../account.module.css';

const COLOURS = { PENDING: 'orange.9', DELIVERED: 'green.9', FAILED: 'red.9' } as const;

/** What was sent to a webhook, with each attempt’s end. */
export function WebhookJournal({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useWebhookDeliveries(webhook.id);
  const replay = useReplayDelivery();
  const deliveries = data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <Modal opened onClose={onClose} title={WEBHOOKS.journal} size="lg">
      <Stack gap="xs">
        <Text size="sm" c="var(--ink-soft)" className={classes.secret}>
          {webhook.url}
        </Text>
        <Group justify="space-between">
          <Text size="sm">{WEBHOOKS.journalHint}</Text>
          <Button variant="default" size="xs" loading={isFetching} onClick={() => void refetch()}>
            {WEBHOOKS.refresh}
          </Button>
        </Group>
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {replay.error && <ErrorNotice error={replay.error} />}
        {!data && !error && <Loading />}
        {data && deliveries.length === 0 && <Text size="sm">{WEBHOOKS.journalEmpty}</Text>}
        <ul className={classes.list}>
          {deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              isPending={replay.isPending}
              onReplay={() =>
                replay.mutate(
                  { id: webhook.id, deliveryId: delivery.id },
                  { onSuccess: () => notifications.show({ message: WEBHOOKS.replayed }) },
                )
              }
            />
          ))}
        </ul>
        <Group justify="flex-end">
          {hasNextPage && (
            <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
              {WEBHOOKS.more}
            </Button>
          )}
          <Button onClick={onClose}>{WEBHOOKS.close}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface RowProps {
  delivery: WebhookDelivery;
  isPending: boolean;
  onReplay: () => void;
}

function DeliveryRow({ delivery, isPending, onReplay }: RowProps) {
  const { id, type, fact, subjectId, at, state } = delivery;
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>
          {CHANGE_TYPES[type as keyof typeof CHANGE_TYPES]} · {fact}
        </p>
        <p className={classes.facts}>
          {formatDateTime(at)} · <code>{subjectId}</code>
        </p>
        <p className={classes.facts}>{factsOf(delivery).join(' · ')}</p>
      </div>
      <div className={classes.row}>
        <Badge color={COLOURS[state]} variant="outline" tt="none">
          {WEBHOOK_DELIVERY_STATES[state]}
        </Badge>
        <Button
          variant="default"
          size="xs"
          disabled={isPending}
          aria-label={WEBHOOKS.replayOf(id)}
          onClick={onReplay}
        >
          {WEBHOOKS.replay}
        </Button>
      </div>
    </li>
  );
}

function factsOf({ attempts, lastAttemptAt, lastStatus, lastFault, nextAttemptAt }: WebhookDelivery) {
  return [
    WEBHOOKS.attempts(attempts),
    lastAttemptAt && WEBHOOKS.lastAttempt(formatDateTime(lastAttemptAt)),
    lastStatus !== 0 && WEBHOOKS.answered(lastStatus),
    lastFault && WEBHOOK_FAULTS[lastFault],
    attempts > 0 && nextAttemptAt && WEBHOOKS.nextAttempt(formatDateTime(nextAttemptAt)),
  ].filter((fact) => typeof fact === 'string');
}
