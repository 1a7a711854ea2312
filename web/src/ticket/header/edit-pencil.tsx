import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { TICKET } from '../../fr.js';
import { useTicketActions } from '../actions/ticket-actions.js';
import classes from '../ticket.module.css';

/** Manual: "modifiable à tout moment par un clic sur le pictogramme". */
export function EditPencil({ what }: { what: string }) {
  const { find, start } = useTicketActions();
  const update = find('UPDATE');
  if (!update) return null;
  const label = `${TICKET.edit} : ${what.toLowerCase()}`;
  return (
    <ActionIcon
      variant="subtle"
      className={classes.headTools}
      aria-label={label}
      title={label}
      onClick={() => start(update)}
    >
      <IconPencil size={17} />
    </ActionIcon>
  );
}
