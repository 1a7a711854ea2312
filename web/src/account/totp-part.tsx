import { Alert, Badge, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import type { AccountApi } from '../api/account.js';
import type { GetAccountResponse, TotpSecretDto } from '../api/types.js';
import { Subsection } from '../forms/section.js';
import { ACCOUNT } from '../fr.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { errorText } from '../ui/error-text.js';
import classes from './account.module.css';
import { CodesDialog } from './codes-dialog.js';
import { useAccountChange } from './use-account.js';

export function TotpPart({ api, account }: { api: AccountApi; account: GetAccountResponse }) {
  const [isRemoving, setIsRemoving] = useState(false);
  const [codes, setCodes] = useState<string[]>([]);
  const start = useAccountChange(api.startTotp);
  const remove = useAccountChange(api.removeTotp);
  // Here, where it outlives the form that it takes away.
  const enable = useAccountChange(api.enableTotp);
  const confirm = (code: string) =>
    enable.mutate(code, {
      onSuccess: ({ recoveryCodes }) => {
        notifications.show({ message: ACCOUNT.done });
        start.reset();
        setCodes(recoveryCodes);
      },
    });
  return (
    <Subsection title={ACCOUNT.totp}>
      <Text size="sm" c="var(--ink-soft)">
        {ACCOUNT.secondFactorHint} {ACCOUNT.totpHint}
      </Text>
      <Group gap="sm">
        <Badge color={account.hasTotp ? 'green.9' : 'gray.7'} variant="outline" tt="none" size="lg">
          {account.hasTotp ? ACCOUNT.totpOn : ACCOUNT.totpOff}
        </Badge>
        {account.hasTotp ? (
          <Button variant="default" size="xs" onClick={() => setIsRemoving(true)}>
            {ACCOUNT.totpRemove}
          </Button>
        ) : (
          !start.data && (
            <Button size="xs" loading={start.isPending} onClick={() => start.mutate(undefined)}>
              {ACCOUNT.totpAdd}
            </Button>
          )
        )}
      </Group>
      {start.error && <ErrorNotice error={start.error} />}
      {start.data && !account.hasTotp && (
        <TotpSetup
          secret={start.data}
          error={enable.error}
          isPending={enable.isPending}
          onConfirm={confirm}
        />
      )}
      {isRemoving && (
        <ConfirmDialog
          title={ACCOUNT.removeTitle(ACCOUNT.totp)}
          text={ACCOUNT.removeText}
          confirm={ACCOUNT.totpRemove}
          isFinal
          isPending={remove.isPending}
          error={remove.error && <ErrorNotice error={remove.error} />}
          onConfirm={() => remove.mutate(undefined, { onSuccess: () => setIsRemoving(false) })}
          onClose={() => setIsRemoving(false)}
        />
      )}
      <CodesDialog codes={codes} onClose={() => setCodes([])} />
    </Subsection>
  );
}

interface SetupProps {
  secret: TotpSecretDto;
  error: Error | null;
  isPending: boolean;
  onConfirm: (code: string) => void;
}

function TotpSetup({ secret, error, isPending, onConfirm }: SetupProps) {
  const [code, setCode] = useState('');
  return (
    <form
      noValidate
      className={classes.setup}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim()) onConfirm(code.trim());
      }}
    >
      <QRCodeSVG value={secret.uri} size={176} marginSize={2} title={ACCOUNT.totpQr} />
      <Stack gap="sm">
        <Text size="sm">{ACCOUNT.totpScan}</Text>
        <Text size="sm">
          {ACCOUNT.totpManual}{' '}
          <Code className={classes.secret}>{secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
        </Text>
        {error && (
          <Alert color="red" role="alert">
            {errorText(error)}
          </Alert>
        )}
        <Group align="end" gap="sm">
          <TextInput
            label={ACCOUNT.totpCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            maw={200}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" loading={isPending}>
            {ACCOUNT.totpConfirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
