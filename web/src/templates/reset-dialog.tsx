import { notifications } from '@mantine/notifications';
import type { TemplateRow } from '../api/types.js';
import { useResetTemplate } from '../api/templates.js';
import { TEMPLATES } from '../fr.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { TemplateError } from './template-error.js';

interface Props {
  row: TemplateRow;
  onClose: () => void;
  onDone?: () => void;
}

/** Manual, "revenir au modèle par défaut que nous vous livrons". */
export function ResetDialog({ row, onClose, onDone }: Props) {
  const reset = useResetTemplate(row);
  const send = (): void =>
    reset.mutate(
      { version: row.version },
      {
        onSuccess: () => {
          notifications.show({ message: TEMPLATES.resetDone });
          onDone?.();
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      title={TEMPLATES.resetTitle}
      text={TEMPLATES.resetText(row.title)}
      confirm={TEMPLATES.resetSubmit}
      isPending={reset.isPending}
      error={reset.error && <TemplateError error={reset.error} />}
      onConfirm={send}
      onClose={onClose}
    />
  );
}
