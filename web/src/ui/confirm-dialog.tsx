import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { COMMON } from '../fr.js';

interface Props {
  title: string;
  text: string;
  confirm: string;
  /** What cannot be undone is said in red. */
  isFinal?: boolean;
  isPending: boolean;
  /** Of the attempt that failed. */
  error?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** A question whose harmless answer has the focus. */
export function ConfirmDialog({
  title,
  text,
  confirm,
  isFinal = false,
  isPending,
  error,
  onConfirm,
  onClose,
}: Props) {
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack>
        {isFinal ? (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
            {text}
          </Alert>
        ) : (
          <Text size="sm">{text}</Text>
        )}
        {error}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {COMMON.cancel}
          </Button>
          <Button color={isFinal ? 'red.9' : undefined} loading={isPending} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
