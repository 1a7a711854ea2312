import { Badge, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Webhook } from '../../api/types.js';
import { useDeleteWebhook, usePauseWebhook, useWebhooks } from '../../api/webhooks.js';
import { CHANGE_TYPES, WEBHOOK_STATES, WEBHOOKS } from '../../fr/webhooks.js';
import { formatDateTime, formatDay } from '../../lib/dates.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import classes from '../account.module.css';
import { NewWebhookForm } from './new-webhook-form.js';
import { ShownOnceDialog } from '../shown-once-dialog.js';
import { WebhookJournal } from './webhook-journal.js';

const COLOURS = { ACTIVE: 'green.9', PAUSED: 'gray.7', DISABLED: 'red.9' } as const;

/** Where the agency’s programs are told of changes: created, paused, removed, and what was sent. */
export function WebhooksPart() {
  const { data, error, refetch } = useWebhooks();
  const [shownOnce, setShownOnce] = useState('');
  const [removed, setRemoved] = useState<Webhook>();
  const [read, setRead] = useState<Webhook>();
  const pause = usePauseWebhook();
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <Text size="sm" c="var(--ink-soft)">
        {WEBHOOKS.hint}
      </Text>
      {data.webhooks.length === 0 && <Text size="sm">{WEBHOOKS.none}</Text>}
      {pause.error && <ErrorNotice error={pause.error} />}
      <ul className={classes.list}>
        {data.webhooks.map((webhook) => (
          <WebhookRow
            key={webhook.id}
            webhook={webhook}
            isPending={pause.isPending}
            onPause={(paused) =>
              pause.mutate(
                { id: webhook.id, paused },
                {
                  onSuccess: () =>
                    notifications.show({ message: paused ? WEBHOOKS.paused : WEBHOOKS.goesOn }),
                },
              )
            }
            onRead={() => setRead(webhook)}
            onRemove={() => setRemoved(webhook)}
          />
        ))}
      </ul>
      <NewWebhookForm onMade={setShownOnce} />
      {shownOnce && (
        <ShownOnceDialog
          title={WEBHOOKS.created}
          shownOnce={shownOnce}
          words={WEBHOOKS}
          onClose={() => setShownOnce('')}
        />
      )}
      {read && <WebhookJournal webhook={read} onClose={() => setRead(undefined)} />}
      {removed && <RemoveDialog webhook={removed} onClose={() => setRemoved(undefined)} />}
    </>
  );
}

interface RowProps {
  webhook: Webhook;
  isPending: boolean;
  onPause: (paused: boolean) => void;
  onRead: () => void;
  onRemove: () => void;
}

function WebhookRow({ webhook, isPending, onPause, onRead, onRemove }: RowProps) {
  const { url, types, state, createdAt, createdBy, lastDeliveredAt, failingSince, pending } = webhook;
  const isActive = state === 'ACTIVE';
  const told = types.map((type) => CHANGE_TYPES[type as keyof typeof CHANGE_TYPES]).join(', ');
  const last = lastDeliveredAt
    ? WEBHOOKS.lastDelivered(formatDateTime(lastDeliveredAt))
    : WEBHOOKS.neverDelivered;
  const now = [
    failingSince && WEBHOOKS.failingSince(formatDateTime(failingSince)),
    pending > 0 && WEBHOOKS.waiting(pending),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>{url}</p>
        <p className={classes.facts}>{told ? WEBHOOKS.only(told) : WEBHOOKS.all}</p>
        <p className={classes.facts}>
          {WEBHOOKS.madeBy(formatDay(createdAt), createdBy)} · {last}
        </p>
        {now.length > 0 && <p className={classes.facts}>{now.join(' · ')}</p>}
      </div>
      <div className={classes.row}>
        <Badge color={COLOURS[state]} variant="outline" tt="none">
          {WEBHOOK_STATES[state]}
        </Badge>
        <Button variant="default" size="xs" aria-label={WEBHOOKS.journalOf(url)} onClick={onRead}>
          {WEBHOOKS.journal}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={isPending}
          aria-label={isActive ? WEBHOOKS.pauseOf(url) : WEBHOOKS.goOnOf(url)}
          onClick={() => onPause(isActive)}
        >
          {isActive ? WEBHOOKS.pause : WEBHOOKS.goOn}
        </Button>
        <Button variant="default" size="xs" aria-label={WEBHOOKS.removeOf(url)} onClick={onRemove}>
          {WEBHOOKS.remove}
        </Button>
      </div>
    </li>
  );
}

function RemoveDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const remove = useDeleteWebhook();
  return (
    <ConfirmDialog
      title={WEBHOOKS.removeTitle}
      text={WEBHOOKS.removeText(webhook.url)}
      confirm={WEBHOOKS.remove}
      isFinal
      isPending={remove.isPending}
      error={remove.error && <ErrorNotice error={remove.error} />}
      onConfirm={() =>
        remove.mutate(webhook.id, {
          onSuccess: () => {
            notifications.show({ message: WEBHOOKS.removed });
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
