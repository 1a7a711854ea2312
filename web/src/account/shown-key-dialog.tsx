import { Alert, Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { API_KEYS } from '../fr/api-keys.js';
import classes from './account.module.css';

interface Props {
  shownOnce: string;
  isRenewed: boolean;
  onClose: () => void;
}

/** Shown once: it closes by its button, not by a click beside it. */
export function ShownKeyDialog({ shownOnce, isRenewed, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={isRenewed ? API_KEYS.renewed : API_KEYS.created}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Alert color="orange">{API_KEYS.keepIt}</Alert>
        <code className={classes.secret}>{shownOnce}</code>
        {isRenewed && <Text size="sm">{API_KEYS.keepBoth}</Text>}
        <Group justify="flex-end">
          <CopyButton value={shownOnce}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? API_KEYS.copied : API_KEYS.copy}
              </Button>
            )}
          </CopyButton>
          <Button data-autofocus onClick={onClose}>
            {API_KEYS.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
