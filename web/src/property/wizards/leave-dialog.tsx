import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useDeleteDraft } from '../api/drafts.js';
import type { Draft } from '../api/types.js';
import { LEAVE } from '../fr/wizards.js';

interface Props {
  draft: Draft;
  onClose: () => void;
  onLeft: () => void;
}

/** Manual, "Quitter l'assistant": keep as a draft (once a step was validated) or delete; "fermer" returns. */
export function LeaveDialog({ draft, onClose, onLeft }: Props) {
  const [choice, setChoice] = useState(draft.keepable ? 'keep' : 'delete');
  const remove = useDeleteDraft();
  const confirm = (): void => {
    if (choice === 'keep') return onLeft();
    remove.mutate(draft.id, { onSuccess: onLeft });
  };
  return (
    <Modal opened onClose={onClose} title={LEAVE.title} closeOnClickOutside={false}>
      <Stack>
        {remove.error && <ErrorNotice error={remove.error} />}
        <Radio.Group value={choice} onChange={setChoice} aria-label={LEAVE.title}>
          <Stack gap="sm">
            <Radio
              value="keep"
              label={LEAVE.keep}
              description={draft.keepable ? undefined : LEAVE.notKeepable}
              disabled={!draft.keepable}
              data-autofocus={draft.keepable || undefined}
            />
            <Radio value="delete" label={LEAVE.delete} data-autofocus={!draft.keepable || undefined} />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {LEAVE.close}
          </Button>
          <Button
            color={choice === 'delete' ? 'red.9' : undefined}
            loading={remove.isPending}
            onClick={confirm}
          >
            {LEAVE.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
