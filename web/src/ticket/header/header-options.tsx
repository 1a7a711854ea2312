import { Switch } from '@mantine/core';
import { useTicketCommand } from '../../api/tickets.js';
import type { Ticket } from '../../api/types.js';
import { TICKET } from '../../fr.js';
import { newKey } from '../../lib/keys.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useTicketActions } from '../actions/ticket-actions.js';
import { isQuote } from '../quotes/quotes-model.js';
import classes from '../ticket.module.css';

const OPTIONS = ['silent', 'askPresence', 'notifyReminders', 'sendOwner', 'urgent'] as const;
type Option = (typeof OPTIONS)[number];

/** What exists for this ticket only. */
const EXISTS: Partial<Record<Option, (ticket: Ticket) => boolean>> = {
  // Manual: on quotes "la demande de présence sur place est envoyée de façon automatique".
  askPresence: (ticket) => !isQuote(ticket),
  sendOwner: ({ module }) => module === 'GERANCE',
};

/** Manual, "L'entête": "activable / désactivable à souhait". */
export function HeaderOptions({ ticket }: { ticket: Ticket }) {
  const { find } = useTicketActions();
  const command = useTicketCommand(ticket.id);
  const mayChange = find('UPDATE') !== undefined;
  return (
    <>
      <ul className={classes.options} aria-label={TICKET.options}>
        {OPTIONS.filter((option) => EXISTS[option]?.(ticket) ?? true).map((option) => (
          <li key={option}>
            <Switch
              size="xs"
              label={TICKET[option]}
              checked={ticket[option]}
              disabled={!mayChange || command.isPending}
              onChange={(e) =>
                command.mutate({
                  method: 'PATCH',
                  path: '',
                  body: { [option]: e.currentTarget.checked },
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
