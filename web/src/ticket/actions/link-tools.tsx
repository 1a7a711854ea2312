import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useLinkCommand } from '../../api/tickets.js';
import type { LinkHolder } from '../../api/tickets.js';
import { LINKS } from '../../fr.js';
import { newKey } from '../../lib/keys.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useTicketActions } from './ticket-actions.js';

interface Props {
  ticketId: string;
  holder: LinkHolder;
  name: string;
}

/** Nobody of the agency is shown a personal link: it is sent again, or ended. */
export function LinkTools({ ticketId, holder, name }: Props) {
  const { find } = useTicketActions();
  const { mutate, isPending, error, reset } = useLinkCommand(ticketId, holder);
  const [asked, setAsked] = useState<{ what: 'sending' | 'revocation'; key: string }>();
  if (!find('CHANGE_REACH')) return null;
  const ask = (what: 'sending' | 'revocation') => {
    reset();
    setAsked({ what, key: newKey() });
  };
  const close = () => setAsked(undefined);
  const words = asked && LINKS[asked.what];
  return (
    <>
      <Group gap={6} mt={4}>
        <Button size="compact-xs" variant="default" onClick={() => ask('sending')}>
          {LINKS.sending.button}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => ask('revocation')}>
          {LINKS.revocation.button}
        </Button>
      </Group>
      {asked && words && (
        <ConfirmDialog
          title={words.title}
          text={words.text(name)}
          confirm={words.confirm}
          isPending={isPending}
          error={error && <ErrorNotice error={error} />}
          onClose={close}
          onConfirm={() =>
            mutate(asked, {
              onSuccess: () => {
                notifications.show({ message: words.done(name) });
                close();
              },
            })
          }
        />
      )}
    </>
  );
}
