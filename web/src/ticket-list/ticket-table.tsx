import { Checkbox, Tooltip, VisuallyHidden } from '@mantine/core';
import { memo, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { AsideMark } from '../asides/aside-mark.js';
import { LIST, SELECTION } from '../fr.js';
import { formatDateTime, formatDay, formatShort } from '../lib/dates.js';
import { readColumns } from '../lib/lists/columns.js';
import type { Column } from '../lib/lists/columns.js';
import { formatCents } from '../lib/money.js';
import { RefusedBadge, StatusBadge, TypeBadge, UnreadDot, UrgentMark } from '../ui/badges.js';
import { NextCell } from './next-cell.js';
import { DeleteIcon, SelectBox } from './row-tools.js';
import type { RowsProps, TableRowProps } from './row-tools.js';
import { SortHead } from './sort-head.js';
import classes from './ticket-list.module.css';
import { ROW_LINK } from './use-list-keyboard.js';

export function TicketTable({ rows, path, selection, onDelete, filters, onSort }: RowsProps) {
  const { sort } = filters;
  const shown = useMemo(() => readColumns(filters.columns), [filters.columns]);
  const has = (column: Column): boolean => shown.includes(column);
  const { columns } = LIST;
  const selected = rows.filter(({ id }) => selection.ids.has(id)).length;
  return (
    <table className={classes.table} data-chosen={filters.columns !== '' || undefined}>
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
          <SortHead column="number" className={classes.number} sort={sort} onSort={onSort} />
          {has('type') && (
            <th scope="col" className={classes.type}>
              {columns.type}
            </th>
          )}
          {has('status') && (
            <th scope="col" className={classes.status}>
              {columns.status}
            </th>
          )}
          <th scope="col">{columns.subject}</th>
          {has('place') && (
            <th scope="col" className={classes.place}>
              {columns.place}
            </th>
          )}
          {has('contractor') && (
            <th scope="col" className={classes.contractor}>
              {columns.contractor}
            </th>
          )}
          {has('next') && <SortHead column="next" className={classes.next} sort={sort} onSort={onSort} />}
          {has('manager') && (
            <th scope="col" className={classes.manager}>
              {columns.manager}
            </th>
          )}
          {has('modified') && (
            <SortHead column="modified" className={classes.date} sort={sort} onSort={onSort} />
          )}
          {has('opened') && (
            <SortHead
              column="opened"
              className={`${classes.date} ${classes.wide}`}
              sort={sort}
              onSort={onSort}
            />
          )}
          {has('amount') && (
            <th scope="col" className={classes.amount}>
              {columns.amount}
            </th>
          )}
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
            shown={shown}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Queries keep the identity of what did not change, so a live refresh renders only the rows that did. */
const Row = memo(function Row({ row, path, isSelected, onToggle, onDelete, shown }: TableRowProps) {
  const has = (column: Column): boolean => shown.includes(column);
  const navigate = useNavigate();
  const to = `/tickets/${path}/${row.id}`;
  return (
    <tr data-unread={row.unread || undefined} onClick={() => void navigate(to)}>
      <td className={classes.tick} onClick={(e) => e.stopPropagation()}>
        <SelectBox row={row} isSelected={isSelected} onToggle={onToggle} />
      </td>
      <td className={classes.number}>{row.number}</td>
      {has('type') && (
        <td>
          <TypeBadge type={row.type} />
        </td>
      )}
      {has('status') && (
        <td>
          <span className={classes.statusCell}>
            <span className={classes.dotSlot}>{row.unread && <UnreadDot />}</span>
            <StatusBadge status={row.status} colour={row.colour} />
            {row.addressRefused && <RefusedBadge />}
          </span>
        </td>
      )}
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
      {has('place') && (
        <td>
          <div className="clip" title={`${row.placeLabel}\n${row.placeAddress}`}>
            {row.placeLabel}
          </div>
        </td>
      )}
      {has('contractor') && (
        <td className="clip" title={row.contractorNames}>
          {row.contractorNames}
        </td>
      )}
      {has('next') && (
        <td className={classes.next}>
          <AsideMark path={path} ticketId={row.id} otherwise={<NextCell next={row.next} />} />
        </td>
      )}
      {has('manager') && (
        <td className={`${classes.manager} clip`} title={row.managerName}>
          {row.managerName}
        </td>
      )}
      {has('modified') && (
        <td className={classes.date} title={formatDateTime(row.modifiedAt)}>
          <span className={classes.onScreen}>{formatShort(row.modifiedAt, new Date())}</span>
          <span className={classes.onPaper}>{formatDateTime(row.modifiedAt)}</span>
        </td>
      )}
      {has('opened') && (
        <td className={`${classes.date} ${classes.wide}`} title={formatDateTime(row.openedAt)}>
          {formatDay(row.openedAt)}
        </td>
      )}
      {has('amount') && (
        <td className={classes.amount}>{row.amountCents > 0 && formatCents(row.amountCents)}</td>
      )}
      {onDelete && (
        <td className={classes.tool} onClick={(e) => e.stopPropagation()}>
          <DeleteIcon row={row} onDelete={onDelete} />
        </td>
      )}
    </tr>
  );
});
