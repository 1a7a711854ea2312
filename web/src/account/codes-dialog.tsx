import { Alert, Button, CopyButton, Group, Modal, Stack } from '@mantine/core';
import { ACCOUNT } from '../fr.js';
import { useSessionRefresh } from './use-account.js';
import classes from './account.module.css';

/** Shown once: it closes by its button, not by a click beside it. */
export function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const refresh = useSessionRefresh();
  if (codes.length === 0) return null;
  const close = () => {
    onClose();
    refresh();
  };
  return (
    <Modal
      opened
      onClose={close}
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
          <Button data-autofocus onClick={close}>
            {ACCOUNT.codesDone}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
