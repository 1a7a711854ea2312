import { memo } from 'react';
import { Link } from 'react-router';
import { AsideMark } from '../asides/aside-mark.js';
import { formatDateTime, formatShort } from '../lib/dates.js';
import { formatCents } from '../lib/money.js';
import { RefusedBadge, StatusBadge, TypeBadge, UnreadDot, UrgentBadge } from '../ui/badges.js';
import classes from './ticket-cards.module.css';
import { NextCell } from './next-cell.js';
import { DeleteIcon, SelectBox } from './row-tools.js';
import type { RowProps, RowsProps } from './row-tools.js';
import { ROW_LINK } from './use-list-keyboard.js';

/** The list on a phone. */
export function TicketCards({ rows, path, selection, onDelete }: RowsProps) {
  return (
    <ul className={classes.cards}>
      {rows.map((row) => (
        <Card
          key={row.id}
          row={row}
          path={path}
          isSelected={selection.ids.has(row.id)}
          onToggle={selection.toggle}
          onDelete={onDelete}
        />
      ))}
    </ul>
  );
}

const Card = memo(function Card({ row, path, isSelected, onToggle, onDelete }: RowProps) {
  const details = [row.contractorNames, row.managerName].filter((name) => name !== '').join(' · ');
  return (
    <li className={classes.card} data-unread={row.unread || undefined}>
      <div className={classes.line}>
        <span className={classes.tool}>
          <SelectBox row={row} isSelected={isSelected} onToggle={onToggle} />
        </span>
        <TypeBadge type={row.type} />
        <span className={classes.number}>{row.number}</span>
        {row.options?.urgent && <UrgentBadge />}
        <time className={classes.date} dateTime={row.modifiedAt} title={formatDateTime(row.modifiedAt)}>
          {formatShort(row.modifiedAt, new Date())}
        </time>
      </div>
      <Link to={`/tickets/${path}/${row.id}`} className={classes.subject} {...{ [ROW_LINK]: row.id }}>
        {row.subject}
      </Link>
      <div className={classes.line}>
        {row.unread && <UnreadDot />}
        <StatusBadge status={row.status} colour={row.colour} />
        {row.addressRefused && <RefusedBadge />}
        <AsideMark path={path} ticketId={row.id} />
        {row.amountCents > 0 && <span className={classes.amount}>{formatCents(row.amountCents)}</span>}
      </div>
      <div className={classes.second}>{row.placeLabel}</div>
      {row.next && (
        <div className={classes.second}>
          <NextCell next={row.next} />
        </div>
      )}
      {details && <div className={classes.second}>{details}</div>}
      {onDelete && (
        <span className={classes.delete}>
          <DeleteIcon row={row} onDelete={onDelete} />
        </span>
      )}
    </li>
  );
});
