import { Switch } from '@mantine/core';
import { OPTION_WORDS } from '@intervia/french/words';
import { useTicketCommand } from '../../api/tickets.js';
import type { Ticket } from '../../api/types.js';
import { TICKET } from '../../fr.js';
import { newKey } from '../../lib/keys.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useTicketActions } from '../actions/ticket-actions.js';
import { flagsAbove, optionsOf } from '../../lib/ticket-options.js';
import { isQuote } from '../quotes/quotes-model.js';
import classes from '../ticket.module.css';

/** Manual, "L'entête": "activable / désactivable à souhait". */
export function HeaderOptions({ ticket }: { ticket: Ticket }) {
  const { find } = useTicketActions();
  const command = useTicketCommand(ticket.id);
  const mayChange = find('UPDATE') !== undefined;
  return (
    <>
      <ul className={classes.options} aria-label={TICKET.options}>
        {flagsAbove({ module: ticket.module, quote: isQuote(ticket) }).map((flag) => (
          <li key={flag}>
            <Switch
              size="xs"
              label={OPTION_WORDS[flag].short}
              checked={optionsOf(ticket)[flag]}
              disabled={!mayChange || command.isPending}
              onChange={(e) =>
                command.mutate({
                  method: 'PATCH',
                  path: '',
                  body: { options: { [flag]: e.currentTarget.checked } },
                  key: newKey(),
                })
              }
            />
          </li>
        ))}
      </ul>
      {command.error && <ErrorNotice error={command.error} />}
    </>
  );
}
