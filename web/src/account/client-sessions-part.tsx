import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useEndSessionsOfClient } from '../api/security.js';
import { SECURITY } from '../fr.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';

/** One client signed out of all devices: an agency has thousands, so that the mail says which. */
export function ClientSessionsPart() {
  const [mail, setMail] = useState('');
  const [isAsked, setAsked] = useState(false);
  const end = useEndSessionsOfClient();
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    end.reset();
    setAsked(true);
  };
  const close = (): void => setAsked(false);
  return (
    <form onSubmit={ask}>
      <Group align="end" gap="xs" mt="sm">
        <TextInput
          type="email"
          required
          label={SECURITY.clientMail}
          description={SECURITY.clientMailHint}
          value={mail}
          maxLength={254}
          autoComplete="off"
          style={{ flex: '1 1 18rem' }}
          onChange={({ currentTarget }) => setMail(currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {SECURITY.endClient}
        </Button>
      </Group>
      {isAsked && (
        <ConfirmDialog
          title={SECURITY.endTitle(mail)}
          text={SECURITY.endText}
          confirm={SECURITY.end}
          isPending={end.isPending}
          error={end.error && <ErrorNotice error={end.error} />}
          onConfirm={() =>
            end.mutate(mail, {
              onSuccess: ({ ended }) => {
                notifications.show({ message: SECURITY.endedClient(ended) });
                setMail('');
                close();
              },
            })
          }
          onClose={close}
        />
      )}
    </form>
  );
}
