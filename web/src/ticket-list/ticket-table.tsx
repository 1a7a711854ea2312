import { Checkbox, Tooltip, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { Link, useNavigate } from 'react-router';
import { AsideMark } from '../asides/aside-mark.js';
import { LIST, SELECTION } from '../fr.js';
import { formatDateTime, formatDay, formatShort } from '../lib/dates.js';
import { formatCents } from '../lib/money.js';
import { RefusedBadge, StatusBadge, TypeBadge, UnreadDot, UrgentMark } from '../ui/badges.js';
import { NextCell } from './next-cell.js';
import { DeleteIcon, SelectBox } from './row-tools.js';
import type { RowProps, RowsProps } from './row-tools.js';
import classes from './ticket-list.module.css';
import { ROW_LINK } from './use-list-keyboard.js';

export function TicketTable({ rows, path, selection, onDelete }: RowsProps) {
  const { columns } = LIST;
  const selected = rows.filter(({ id }) => selection.ids.has(id)).length;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.tick}>
            <Checkbox
              size="xs"
              aria-label={SELECTION.all}
              checked={selected > 0 && selected === rows.length}
              indeterminate={selected > 0 && selected < rows.length}
              onChange={() => selection.set(selected > 0 ? [] : rows.map(({ id }) => id))}
            />
          </th>
          <th scope="col" className={classes.number}>
            {columns.number}
          </th>
          <th scope="col" className={classes.type}>
            {columns.type}
          </th>
          <th scope="col" className={classes.status}>
            {columns.status}
          </th>
          <th scope="col">{columns.subject}</th>
          <th scope="col" className={classes.place}>
            {columns.place}
          </th>
          <th scope="col" className={classes.contractor}>
            {columns.contractor}
          </th>
          <th scope="col" className={classes.next}>
            {columns.next}
          </th>
          <th scope="col" className={classes.manager}>
            {columns.manager}
          </th>
          <th scope="col" className={classes.date}>
            {columns.modified}
          </th>
          <th scope="col" className={`${classes.date} ${classes.wide}`}>
            {columns.opened}
          </th>
          <th scope="col" className={classes.amount}>
            {columns.amount}
          </th>
          {onDelete && (
            <th scope="col" className={classes.tool}>
              <VisuallyHidden>{LIST.tools}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            path={path}
            isSelected={selection.ids.has(row.id)}
            onToggle={selection.toggle}
            onDelete={onDelete}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Queries keep the identity of what did not change, so a live refresh renders only the rows that did. */
const Row = memo(function Row({ row, path, isSelected, onToggle, onDelete }: RowProps) {
  const navigate = useNavigate();
  const to = `/tickets/${path}/${row.id}`;
  return (
    <tr data-unread={row.unread || undefined} onClick={() => void navigate(to)}>
      <td className={classes.tick} onClick={(e) => e.stopPropagation()}>
        <SelectBox row={row} isSelected={isSelected} onToggle={onToggle} />
      </td>
      <td className={classes.number}>{row.number}</td>
      <td>
        <TypeBadge type={row.type} />
      </td>
      <td>
        <span className={classes.statusCell}>
          <span className={classes.dotSlot}>{row.unread && <UnreadDot />}</span>
          <StatusBadge status={row.status} colour={row.colour} />
          {row.addressRefused && <RefusedBadge />}
        </span>
      </td>
      <td>
        <div className={classes.subject}>
          {row.options?.urgent && <UrgentMark />}
          <Tooltip
            position="bottom-start"
            label={row.description || row.subject}
            events={{ hover: true, focus: true, touch: false }}
          >
            <Link to={to} onClick={(e) => e.stopPropagation()} {...{ [ROW_LINK]: row.id }}>
              {row.subject}
            </Link>
          </Tooltip>
        </div>
      </td>
      <td>
        <div className="clip" title={`${row.placeLabel}\n${row.placeAddress}`}>
          {row.placeLabel}
        </div>
      </td>
      <td className="clip" title={row.contractorNames}>
        {row.contractorNames}
      </td>
      <td className={classes.next}>
        <AsideMark path={path} ticketId={row.id} otherwise={<NextCell next={row.next} />} />
      </td>
      <td className={`${classes.manager} clip`} title={row.managerName}>
        {row.managerName}
      </td>
      <td className={classes.date} title={formatDateTime(row.modifiedAt)}>
        <span className={classes.onScreen}>{formatShort(row.modifiedAt, new Date())}</span>
        <span className={classes.onPaper}>{formatDateTime(row.modifiedAt)}</span>
      </td>
      <td className={`${classes.date} ${classes.wide}`} title={formatDateTime(row.openedAt)}>
        {formatDay(row.openedAt)}
      </td>
      <td className={classes.amount}>{row.amountCents > 0 && formatCents(row.amountCents)}</td>
      {onDelete && (
        <td className={classes.tool} onClick={(e) => e.stopPropagation()}>
          <DeleteIcon row={row} onDelete={onDelete} />
        </td>
      )}
    </tr>
  );
});
