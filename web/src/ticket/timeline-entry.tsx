import { VisuallyHidden } from '@mantine/core';
import { documentUrl } from '../api/tickets.js';
import { TICKET } from '../fr.js';
import { formatDateTime, formatDuration, formatLong } from '../lib/dates.js';
import { formatCents } from '../lib/money.js';
import type { TimelineItem } from './timeline-model.js';
import classes from './timeline.module.css';

interface Props {
  ticketId: string;
  item: TimelineItem;
  isNew: boolean;
}

export function TimelineEntry({ ticketId, item, isNew }: Props) {
  const { appointment, amountCents, documents } = item;
  return (
    <li className={classes.entry} data-side={item.side} data-new={isNew || undefined}>
      <div className={classes.top}>
        <strong>{item.title}</strong>
        <time dateTime={item.at}>{formatDateTime(item.at)}</time>
      </div>
      <VisuallyHidden>{item.side === 'received' ? TICKET.received : TICKET.sent}</VisuallyHidden>
      {item.who && <div className={classes.who}>{item.who}</div>}
      {appointment && (
        <div>{TICKET.on(formatLong(appointment.start), formatDuration(appointment.durationMinutes))}</div>
      )}
      {amountCents > 0 && <div className={classes.amount}>{formatCents(amountCents)}</div>}
      {item.text && <p className={`${classes.text} pre`}>{item.text}</p>}
      {documents.length > 0 && (
        <ul className={classes.documents}>
          {documents.map(({ id, name }) => (
            <li key={id}>
              <a href={documentUrl(ticketId, id)} target="_blank" rel="noopener">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
