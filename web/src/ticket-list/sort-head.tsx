import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { LIST } from '../fr.js';
import type { TicketFilters } from '../lib/lists/filters.js';
import classes from './ticket-list.module.css';

type Sort = TicketFilters['sort'];

/** By which a column sorts, one press after the other; only those that the server has an index of. */
const SORTS_OF: Readonly<Record<'number' | 'next' | 'modified' | 'opened', readonly Sort[]>> = {
  number: ['OPENED', 'OPENED_FIRST'],
  opened: ['OPENED', 'OPENED_FIRST'],
  modified: ['', 'MODIFIED_FIRST'],
  next: ['NEXT', ''],
};

const ASCENDING: ReadonlySet<Sort> = new Set(['OPENED_FIRST', 'MODIFIED_FIRST', 'NEXT']);

interface Props {
  column: keyof typeof SORTS_OF;
  className: string | undefined;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

export function SortHead({ column, className, sort, onSort }: Props) {
  const own = SORTS_OF[column];
  const at = own.indexOf(sort);
  // "Modifié le" is how the list comes; the end of another column's sort is no order of that column.
  const isSorted = at >= 0 && !(column === 'next' && sort === '');
  const isUp = ASCENDING.has(sort);
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : undefined}
    >
      <UnstyledButton className={classes.sort} onClick={() => onSort(own[(at + 1) % own.length] ?? '')}>
        {LIST.columns[column]}
        {isSorted && (isUp ? <IconArrowUp size={13} aria-hidden /> : <IconArrowDown size={13} aria-hidden />)}
      </UnstyledButton>
    </th>
  );
}
