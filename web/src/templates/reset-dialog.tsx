import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { TemplateRow } from '../api/template-types.js';
import { useResetTemplate } from '../api/templates.js';
import { COMMON, TEMPLATES } from '../fr.js';
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
    <Modal
      opened
      onClose={onClose}
      title={TEMPLATES.resetTitle}
      closeButtonProps={{ 'aria-label': COMMON.close }}
    >
      <Stack>
        <Text size="sm">{TEMPLATES.resetText(row.title)}</Text>
        {reset.error && <TemplateError error={reset.error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {COMMON.cancel}
          </Button>
          <Button loading={reset.isPending} onClick={send}>
            {TEMPLATES.resetSubmit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
