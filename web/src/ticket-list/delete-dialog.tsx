import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTicketCommand } from '../api/tickets.js';
import type { TicketRow } from '../api/types.js';
import { ACTIONS, COMMON, FORMS, LIST } from '../fr.js';
import { newKey } from '../lib/keys.js';
import { ErrorNotice } from '../ui/error-notice.js';

/** Manual, "Suppression d'un ticket". */
export function DeleteDialog({ row, onClose }: { row: TicketRow; onClose: () => void }) {
  const command = useTicketCommand(row.id);
  const [key] = useState(newKey);
  const send = (): void =>
    command.mutate(
      { method: 'DELETE', path: '', body: undefined, key },
      {
        onSuccess: () => {
          notifications.show({ message: LIST.deleted(row.number) });
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${ACTIONS.DELETE} n° ${row.number} ?`}
      closeButtonProps={{ 'aria-label': COMMON.close }}
    >
      <Stack>
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
          {FORMS.deleteWarning}
        </Alert>
        {command.error && <ErrorNotice error={command.error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {COMMON.cancel}
          </Button>
          <Button color="red.9" loading={command.isPending} onClick={send}>
            {FORMS.delete}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
