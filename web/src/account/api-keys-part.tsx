import { Badge, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useApiKeys, useRevokeApiKey, useRotateApiKey } from '../api/api-keys.js';
import type { ApiKey, ApiSecret } from '../api/types.js';
import { API_KEYS, API_SCOPES } from '../fr/api-keys.js';
import { formatDateTime, formatDay } from '../lib/dates.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import classes from './account.module.css';
import { NewApiKeyForm } from './new-api-key-form.js';
import { ShownOnceDialog } from './shown-once-dialog.js';

interface Revoked {
  apiKey: ApiKey;
  /** Of one secret; the whole key without. */
  prefix?: string;
}

/** Keys of the agency's programs: made, renewed, revoked, and when they were used last. */
export function ApiKeysPart() {
  const { data, error, refetch } = useApiKeys();
  const [shown, setShown] = useState({ shownOnce: '', isRenewed: false });
  const [revoked, setRevoked] = useState<Revoked>();
  const rotate = useRotateApiKey();
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <Text size="sm" c="var(--ink-soft)">
        {API_KEYS.hint}
      </Text>
      {data.keys.length === 0 && <Text size="sm">{API_KEYS.none}</Text>}
      {rotate.error && <ErrorNotice error={rotate.error} />}
      <ul className={classes.list}>
        {data.keys.map((apiKey) => (
          <KeyRow
            key={apiKey.id}
            apiKey={apiKey}
            isPending={rotate.isPending}
            onRotate={() =>
              rotate.mutate(apiKey.id, {
                onSuccess: ({ shownOnce }) => setShown({ shownOnce, isRenewed: true }),
              })
            }
            onRevoke={(prefix) => setRevoked({ apiKey, prefix })}
          />
        ))}
      </ul>
      <NewApiKeyForm onMade={(shownOnce) => setShown({ shownOnce, isRenewed: false })} />
      {shown.shownOnce && (
        <ShownOnceDialog
          title={shown.isRenewed ? API_KEYS.renewed : API_KEYS.created}
          shownOnce={shown.shownOnce}
          words={API_KEYS}
          hint={shown.isRenewed ? API_KEYS.keepBoth : undefined}
          onClose={() => setShown({ shownOnce: '', isRenewed: false })}
        />
      )}
      {revoked && <RevokeDialog {...revoked} onClose={() => setRevoked(undefined)} />}
    </>
  );
}

interface RowProps {
  apiKey: ApiKey;
  isPending: boolean;
  onRotate: () => void;
  onRevoke: (prefix?: string) => void;
}

function stateOf({ revokedAt, expiresAt }: ApiKey) {
  if (revokedAt) return { word: API_KEYS.ended, fact: API_KEYS.revokedOn(formatDay(revokedAt)) };
  if (!expiresAt) return { word: API_KEYS.live, isLive: true, fact: '' };
  const isLive = new Date(expiresAt) > new Date();
  const day = formatDay(expiresAt);
  return isLive
    ? { word: API_KEYS.live, isLive, fact: API_KEYS.until(day) }
    : { word: API_KEYS.expired, isLive, fact: API_KEYS.expiredOn(day) };
}

function KeyRow({ apiKey, isPending, onRotate, onRevoke }: RowProps) {
  const { name, createdAt, createdBy, scopes, secrets } = apiKey;
  const { word, isLive = false, fact } = stateOf(apiKey);
  const made = API_KEYS.madeBy(formatDay(createdAt), createdBy);
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>{name}</p>
        <p className={classes.facts}>
          {API_KEYS.opens(scopes.map((scope) => API_SCOPES[scope]).join(API_KEYS.and))}
        </p>
        <p className={classes.facts}>{[made, fact].filter(Boolean).join(' · ')}</p>
        {secrets.map((secret) => (
          <SecretLine
            key={secret.prefix}
            secret={secret}
            onRevoke={isLive && secrets.length > 1 ? () => onRevoke(secret.prefix) : undefined}
          />
        ))}
      </div>
      <div className={classes.row}>
        <Badge color={isLive ? 'green.9' : 'gray.7'} variant="outline" tt="none">
          {word}
        </Badge>
        {isLive && secrets.length === 1 && (
          <Button
            variant="default"
            size="xs"
            disabled={isPending}
            aria-label={API_KEYS.rotateOf(name)}
            onClick={onRotate}
          >
            {API_KEYS.rotate}
          </Button>
        )}
        {isLive && (
          <Button
            variant="default"
            size="xs"
            aria-label={API_KEYS.revokeOf(name)}
            onClick={() => onRevoke(undefined)}
          >
            {API_KEYS.revoke}
          </Button>
        )}
      </div>
    </li>
  );
}

function SecretLine({ secret, onRevoke }: { secret: ApiSecret; onRevoke?: () => void }) {
  const { prefix, lastUsedAt, lastAddress } = secret;
  const use = lastUsedAt ? API_KEYS.usedAt(formatDateTime(lastUsedAt), lastAddress) : API_KEYS.unused;
  return (
    <p className={classes.facts}>
      <code>{prefix}…</code> {use}{' '}
      {onRevoke && (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={API_KEYS.revokeSecretOf(prefix)}
          onClick={onRevoke}
        >
          {API_KEYS.revokeSecret}
        </Button>
      )}
    </p>
  );
}

function RevokeDialog({ apiKey, prefix, onClose }: Revoked & { onClose: () => void }) {
  const revoke = useRevokeApiKey();
  return (
    <ConfirmDialog
      title={prefix ? API_KEYS.revokeSecretTitle(prefix) : API_KEYS.revokeTitle(apiKey.name)}
      text={prefix ? API_KEYS.revokeSecretText : API_KEYS.revokeText}
      confirm={prefix ? API_KEYS.revokeSecret : API_KEYS.revoke}
      isFinal
      isPending={revoke.isPending}
      error={revoke.error && <ErrorNotice error={revoke.error} />}
      onConfirm={() =>
        revoke.mutate(
          { id: apiKey.id, prefix },
          {
            onSuccess: () => {
              notifications.show({ message: API_KEYS.revoked });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
