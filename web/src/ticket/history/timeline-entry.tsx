import { VisuallyHidden } from '@mantine/core';
import { TICKET } from '../../fr.js';
import { formatDuration, formatMoment } from '../../lib/dates.js';
import { formatCents } from '../../lib/money.js';
import { DocumentLinks } from '../documents/document-links.js';
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
    <li
      className={classes.entry}
      data-side={item.side}
      data-new={isNew || undefined}
      data-refused={item.isRefused || undefined}
    >
      <div className={classes.top}>
        <strong>{item.title}</strong>
        <time dateTime={item.at}>{formatMoment(item.at)}</time>
      </div>
      <VisuallyHidden>{item.side === 'received' ? TICKET.received : TICKET.sent}</VisuallyHidden>
      {item.who && <div className={classes.who}>{item.who}</div>}
      {item.trace && <div className={classes.who}>{item.trace}</div>}
      {appointment && (
        <div>{TICKET.on(formatMoment(appointment.start), formatDuration(appointment.durationMinutes))}</div>
      )}
      {amountCents > 0 && <div className={classes.amount}>{formatCents(amountCents)}</div>}
      {item.text && <p className={`${classes.text} pre`}>{item.text}</p>}
      <DocumentLinks ticketId={ticketId} documents={documents} />
    </li>
  );
}
