import { Alert, Button, CopyButton, Group, Modal, Stack } from '@mantine/core';
import { ACCOUNT } from '../fr.js';
import classes from './account.module.css';

/** Shown once: it closes by its button, not by a click beside it. */
export function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  if (codes.length === 0) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={ACCOUNT.codesTitle}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Alert color="orange">{ACCOUNT.codesKeep}</Alert>
        <ul className={classes.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group justify="flex-end">
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? ACCOUNT.codesCopied : ACCOUNT.codesCopy}
              </Button>
            )}
          </CopyButton>
          <Button data-autofocus onClick={onClose}>
            {ACCOUNT.codesDone}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
