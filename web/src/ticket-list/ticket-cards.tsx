import { memo } from 'react';
import { Link } from 'react-router';
import type { TicketRow } from '../api/types.js';
import { formatDateTime, formatShort } from '../lib/dates.js';
import type { ModulePath } from '../lib/modules.js';
import { formatCents } from '../lib/money.js';
import { StatusBadge, TypeBadge, UnreadDot, UrgentBadge } from '../ui/badges.js';
import classes from './ticket-cards.module.css';
import { ROW_LINK } from './use-list-keyboard.js';

interface Props {
  rows: TicketRow[];
  path: ModulePath;
}

/** The list on a phone. */
export function TicketCards({ rows, path }: Props) {
  return (
    <ul className={classes.cards}>
      {rows.map((row) => (
        <Card key={row.id} row={row} path={path} />
      ))}
    </ul>
  );
}

const Card = memo(function Card({ row, path }: { row: TicketRow; path: ModulePath }) {
  const details = [row.contractorNames, row.managerName].filter((name) => name !== '').join(' · ');
  return (
    <li className={classes.card} data-unread={row.unread || undefined}>
      <div className={classes.line}>
        <TypeBadge type={row.type} />
        <span className={classes.number}>{row.number}</span>
        {row.urgent && <UrgentBadge />}
        <time className={classes.date} dateTime={row.modifiedAt} title={formatDateTime(row.modifiedAt)}>
          {formatShort(row.modifiedAt, new Date())}
        </time>
      </div>
      <Link to={`/tickets/${path}/${row.id}`} className={classes.subject} {...{ [ROW_LINK]: '' }}>
        {row.subject}
      </Link>
      <div className={classes.line}>
        {row.unread && <UnreadDot />}
        <StatusBadge status={row.status} colour={row.colour} />
        {row.amountCents > 0 && <span className={classes.amount}>{formatCents(row.amountCents)}</span>}
      </div>
      <div className={classes.second}>{row.placeLabel}</div>
      {details && <div className={classes.second}>{details}</div>}
    </li>
  );
});
