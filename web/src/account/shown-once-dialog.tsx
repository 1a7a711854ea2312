import { Alert, Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import classes from './account.module.css';

interface Props {
  title: string;
  shownOnce: string;
  words: { keepIt: string; copy: string; copied: string; done: string };
  /** Besides. */
  hint?: string;
  onClose: () => void;
}

/** A secret that is shown once: it closes by its button, not by a click beside it. */
export function ShownOnceDialog({ title, shownOnce, words, hint, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Alert color="orange">{words.keepIt}</Alert>
        <code className={classes.secret}>{shownOnce}</code>
        {hint && <Text size="sm">{hint}</Text>}
        <Group justify="flex-end">
          <CopyButton value={shownOnce}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <Button data-autofocus onClick={onClose}>
            {words.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
