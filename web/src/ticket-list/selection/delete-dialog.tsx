import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTicketCommand } from '../../api/tickets.js';
import type { TicketRow } from '../../api/types.js';
import { ACTIONS, FORMS, LIST } from '../../fr.js';
import { newKey } from '../../lib/keys.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';

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
    <ConfirmDialog
      title={`${ACTIONS.DELETE} n° ${row.number} ?`}
      text={FORMS.deleteWarning}
      confirm={FORMS.delete}
      isFinal
      isPending={command.isPending}
      error={command.error && <ErrorNotice error={command.error} />}
      onConfirm={send}
      onClose={onClose}
    />
  );
}
