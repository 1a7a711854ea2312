import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { COMMON } from '../fr.js';

interface Props {
  title: string;
  text: string;
  confirm: string;
  isPending: boolean;
  /** Of the attempt that failed. */
  error?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** A question whose harmless answer has the focus. */
export function ConfirmDialog({ title, text, confirm, isPending, error, onConfirm, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack>
        <Text size="sm">{text}</Text>
        {error}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {COMMON.cancel}
          </Button>
          <Button loading={isPending} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
