import { Alert, Button, Group, List, Modal, NativeSelect, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useActing } from '../../api/directory.js';
import { useChangeManager } from '../../api/tickets.js';
import type { ModuleCode } from '../../api/types.js';
import { COMMON, SELECTION } from '../../fr.js';
import { newKey } from '../../lib/keys.js';
import { ErrorNotice } from '../../ui/error-notice.js';

interface Props {
  ticketIds: string[];
  modules: readonly ModuleCode[];
  onClose: () => void;
  onDone: () => void;
}

/** Manual, "Transférer à un autre gestionnaire". */
export function ManagerDialog({ ticketIds, modules, onClose, onDone }: Props) {
  const users = useActing(modules);
  const [chosen, setChosen] = useState('');
  const [key] = useState(newKey);
  const change = useChangeManager();
  const refused = change.data?.refused ?? [];
  const send = (): void =>
    change.mutate(
      { ticketIds, managerId: chosen, key },
      {
        onSuccess: ({ changed, refused: not }) => {
          notifications.show({ message: SELECTION.changed(changed) });
          if (not.length === 0) onDone();
        },
      },
    );
  return (
    <Modal opened onClose={change.isSuccess ? onDone : onClose} title={SELECTION.manager}>
      <Stack>
        {change.error && <ErrorNotice error={change.error} />}
        {refused.length > 0 ? (
          <Alert color="orange" role="alert" title={SELECTION.refused(refused.length)}>
            <List size="sm">
              {[...new Set(refused.map(({ detail }) => detail))].map((detail) => (
                <List.Item key={detail}>{detail}</List.Item>
              ))}
            </List>
          </Alert>
        ) : (
          <NativeSelect
            label={SELECTION.newManager}
            data-autofocus
            data={[
              { value: '', label: SELECTION.choose },
              ...users.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={chosen}
            onChange={(e) => setChosen(e.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          {change.isSuccess ? (
            <Button onClick={onDone}>{COMMON.close}</Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {COMMON.cancel}
              </Button>
              <Button disabled={!chosen} loading={change.isPending} onClick={send}>
                {SELECTION.submit}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
