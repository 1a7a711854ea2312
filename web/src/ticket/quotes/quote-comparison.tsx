import { Button, Group, Text } from '@mantine/core';
import { documentUrl } from '../../api/tickets.js';
import type { Ticket } from '../../api/types.js';
import { QUOTES } from '../../fr.js';
import { formatCents } from '../../lib/money.js';
import { StatusBadge } from '../../ui/badges.js';
import { useTicketActions } from '../actions/ticket-actions.js';
import { quoteLines } from './quotes-model.js';
import type { QuoteLine } from './quotes-model.js';
import classes from './quotes.module.css';
import page from '../ticket.module.css';

/** Manual, "Devis multiple": the quotes side by side, and the choice of one. */
export function QuoteComparison({ ticket }: { ticket: Ticket }) {
  const threshold = ticket.place?.approvalThresholdCents ?? 0;
  return (
    <section className={`${page.panel} ${page.quotes}`} aria-labelledby="quotes">
      <h2 id="quotes" className={classes.title}>
        {QUOTES.title}
      </h2>
      {threshold > 0 && (
        <Text size="sm" className="soft">
          {QUOTES.threshold(formatCents(threshold))}
        </Text>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{QUOTES.contractor}</th>
            <th scope="col" className={classes.amount}>
              {QUOTES.amount}
            </th>
            <th scope="col">{QUOTES.documents}</th>
            <th scope="col">{QUOTES.state}</th>
            <th scope="col">{QUOTES.choice}</th>
          </tr>
        </thead>
        <tbody>
          {quoteLines(ticket).map((line) => (
            <Line key={line.mission.id} ticketId={ticket.id} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ ticketId, line }: { ticketId: string; line: QuoteLine }) {
  const { mission, amountCents, documents, isBest } = line;
  return (
    <tr data-best={isBest || undefined}>
      <th scope="row">{mission.contractor.name}</th>
      <td className={classes.amount}>
        {amountCents === undefined ? <span className="soft">{QUOTES.none}</span> : formatCents(amountCents)}
        {isBest && <span className={classes.best}>{QUOTES.best}</span>}
      </td>
      <td>
        {documents.map(({ ref }) => (
          <a key={ref.id} href={documentUrl(ticketId, ref.id)} target="_blank" rel="noopener">
            {ref.name}
          </a>
        ))}
      </td>
      <td>
        <StatusBadge status={mission.status} colour={mission.colour} />
      </td>
      <td>
        <Choices missionId={mission.id} name={mission.contractor.name} />
      </td>
    </tr>
  );
}

const CHOICES = [
  { action: 'ACCEPT_QUOTE', text: QUOTES.accept, label: QUOTES.acceptOf, variant: 'filled' },
  { action: 'REFUSE_QUOTE', text: QUOTES.refuse, label: QUOTES.refuseOf, variant: 'default' },
] as const;

/** Only what the server allows now. */
function Choices({ missionId, name }: { missionId: string; name: string }) {
  const { find, start } = useTicketActions();
  return (
    <Group gap={6}>
      {CHOICES.map(({ action, text, label, variant }) => {
        const allowed = find(action, missionId);
        return (
          allowed && (
            <Button
              key={action}
              size="compact-sm"
              variant={variant}
              aria-label={label(name)}
              onClick={() => start(allowed)}
            >
              {text}
            </Button>
          )
        );
      })}
    </Group>
  );
}
