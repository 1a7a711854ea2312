import { ActionIcon, Checkbox } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { TicketRow } from '../api/types.js';
import { LIST, SELECTION } from '../fr.js';
import type { Column } from '../lib/lists/columns.js';
import type { TicketFilters } from '../lib/lists/filters.js';
import type { ModulePath } from '../lib/modules.js';
import type { Selection } from './selection/use-selection.js';

/** What both forms of the list get. */
export interface RowsProps {
  rows: TicketRow[];
  path: ModulePath;
  selection: Selection;
  /** Absent without the right (manual, "la 4ème boîte à cocher"). */
  onDelete: ((row: TicketRow) => void) | undefined;
  filters: TicketFilters;
  onSort: (sort: TicketFilters['sort']) => void;
}

export interface RowProps {
  row: TicketRow;
  path: ModulePath;
  isSelected: boolean;
  onToggle: (id: string) => void;
  onDelete: RowsProps['onDelete'];
}

/** A row of the table. */
export interface TableRowProps extends RowProps {
  shown: readonly Column[];
}

export function SelectBox({ row, isSelected, onToggle }: Omit<RowProps, 'path' | 'onDelete'>) {
  return (
    <Checkbox
      size="xs"
      aria-label={SELECTION.select(row.number)}
      checked={isSelected}
      onChange={() => onToggle(row.id)}
    />
  );
}

export function DeleteIcon({ row, onDelete }: Pick<RowProps, 'row' | 'onDelete'>) {
  if (!onDelete) return null;
  return (
    <ActionIcon
      variant="subtle"
      color="red.9"
      aria-label={LIST.delete(row.number)}
      title={LIST.delete(row.number)}
      onClick={() => onDelete(row)}
    >
      <IconTrash size={16} />
    </ActionIcon>
  );
}
