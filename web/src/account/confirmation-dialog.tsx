import './styles.js';
import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AccountApi } from '../api/account.js';
import { passkeysSupported } from '../api/passkeys.js';
import { COMMON, CONFIRMATION, SIGN_IN } from '../fr.js';
import { errorText } from '../ui/error-text.js';

/** Opens by itself when the gateway wants a proof again; what was refused goes on once there is one. */
export function ConfirmationDialog({ api }: { api: AccountApi }) {
  const [isOpen, setIsOpen] = useState(false);
  const answer = useRef<((isConfirmed: boolean) => void) | undefined>(undefined);
  useEffect(() => {
    const ask = () =>
      new Promise<boolean>((resolve) => {
        answer.current?.(false);
        answer.current = resolve;
        setIsOpen(true);
      });
    api.useConfirmation(ask);
    return () => api.useConfirmation(undefined);
  }, [api]);
  const close = (isConfirmed: boolean) => {
    setIsOpen(false);
    answer.current?.(isConfirmed);
    answer.current = undefined;
  };
  return isOpen ? <ConfirmationForm api={api} onClose={close} /> : null;
}

function ConfirmationForm({ api, onClose }: { api: AccountApi; onClose: (isConfirmed: boolean) => void }) {
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const confirm = useMutation({
    mutationFn: (withPasskey: boolean) =>
      withPasskey ? api.confirmWithPasskey() : api.confirm(password).then(() => undefined),
    onSuccess: () => onClose(true),
  });
  return (
    <Modal opened onClose={() => onClose(false)} title={CONFIRMATION.title} zIndex={400}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(password === '');
          if (password) confirm.mutate(false);
        }}
      >
        <Stack>
          <Text size="sm">{CONFIRMATION.text}</Text>
          {confirm.error && (
            <Alert color="red" role="alert">
              {errorText(confirm.error)}
            </Alert>
          )}
          <PasswordInput
            label={SIGN_IN.password}
            autoComplete="current-password"
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': SIGN_IN.reveal, tabIndex: 0 }}
            value={password}
            error={missing ? CONFIRMATION.missing : undefined}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            {passkeysSupported() && (
              <Button
                variant="subtle"
                leftSection={<IconKey size={16} aria-hidden />}
                onClick={() => confirm.mutate(true)}
              >
                {CONFIRMATION.passkey}
              </Button>
            )}
            <Button variant="default" onClick={() => onClose(false)}>
              {COMMON.cancel}
            </Button>
            <Button type="submit" loading={confirm.isPending}>
              {CONFIRMATION.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
