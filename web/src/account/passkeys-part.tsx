import { Button, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountApi } from '../api/account.js';
import { passkeysSupported } from '../api/passkeys.js';
import type { Passkey } from '../api/types.js';
import { Subsection } from '../forms/section.js';
import { ACCOUNT } from '../fr.js';
import { formatDay } from '../lib/dates.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import classes from './account.module.css';
import { CodesDialog } from './codes-dialog.js';
import { useAccountChange } from './use-account.js';

export function PasskeysPart({ api, passkeys }: { api: AccountApi; passkeys: readonly Passkey[] }) {
  const [removed, setRemoved] = useState<Passkey>();
  const remove = useAccountChange(api.removePasskey);
  return (
    <Subsection title={ACCOUNT.passkeys}>
      <Text size="sm" c="var(--ink-soft)">
        {ACCOUNT.passkeysHint}
      </Text>
      {passkeys.length === 0 ? (
        <Text size="sm">{ACCOUNT.passkeyNone}</Text>
      ) : (
        <ul className={classes.list}>
          {passkeys.map((passkey) => (
            <li key={passkey.id} className={classes.row}>
              <div>
                <p className={classes.name}>{passkey.name}</p>
                <p className={classes.facts}>
                  {passkey.usedAt
                    ? ACCOUNT.passkeyUsed(formatDay(passkey.addedAt), formatDay(passkey.usedAt))
                    : ACCOUNT.passkeyUnused(formatDay(passkey.addedAt))}
                </p>
              </div>
              <Button
                variant="default"
                size="xs"
                aria-label={ACCOUNT.removeOf(passkey.name)}
                onClick={() => setRemoved(passkey)}
              >
                {ACCOUNT.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {passkeysSupported() ? (
        <NewPasskeyForm api={api} />
      ) : (
        <Text size="sm">{ACCOUNT.passkeyUnsupported}</Text>
      )}
      {removed && (
        <ConfirmDialog
          title={ACCOUNT.removeTitle(removed.name)}
          text={ACCOUNT.removeText}
          confirm={ACCOUNT.remove}
          isFinal
          isPending={remove.isPending}
          error={remove.error && <ErrorNotice error={remove.error} />}
          onConfirm={() => remove.mutate(removed.id, { onSuccess: () => setRemoved(undefined) })}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </Subsection>
  );
}

function NewPasskeyForm({ api }: { api: AccountApi }) {
  const [name, setName] = useState('');
  const [codes, setCodes] = useState<string[]>([]);
  const add = useAccountChange(api.addPasskey);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(name.trim(), {
          onSuccess: ({ recoveryCodes }) => {
            if (name.trim()) notifications.show({ message: ACCOUNT.passkeyAdded(name.trim()) });
            setName('');
            setCodes(recoveryCodes);
          },
        });
      }}
    >
      {add.error && <ErrorNotice error={add.error} />}
      <Group align="end" gap="sm">
        <TextInput
          label={ACCOUNT.passkeyName}
          description={ACCOUNT.passkeyNameHint}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconKey size={16} aria-hidden />}
          loading={add.isPending}
        >
          {ACCOUNT.passkeyAdd}
        </Button>
      </Group>
      <CodesDialog codes={codes} onClose={() => setCodes([])} />
    </form>
  );
}
