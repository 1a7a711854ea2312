import { ActionIcon, Button, Checkbox, NativeSelect, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { LIST } from '../../fr.js';
import { COLUMNS, readColumns, writeColumns } from '../../lib/lists/columns.js';
import { SORTS } from '../../lib/lists/filters.js';
import type { TicketFilters } from '../../lib/lists/filters.js';

interface Props {
  filters: TicketFilters;
  onChange: (filters: TicketFilters) => void;
}

/** How the list is sorted, and which columns it has; in the address, so that a kept view keeps it. */
export function DisplayMenu({ filters, onChange }: Props) {
  const shown = readColumns(filters.columns);
  return (
    <Popover position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label={LIST.display} title={LIST.display}>
          <IconColumns3 size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <NativeSelect
            label={LIST.sort.label}
            data={['' as const, ...SORTS].map((sort) => ({ value: sort, label: LIST.sort.by[sort] }))}
            value={filters.sort}
            onChange={(e) => onChange({ ...filters, sort: e.currentTarget.value as TicketFilters['sort'] })}
          />
          <Checkbox.Group
            label={LIST.shownColumns}
            visibleFrom="62em"
            value={[...shown]}
            onChange={(chosen) => onChange({ ...filters, columns: writeColumns(chosen) })}
          >
            <Stack gap={6} mt={6}>
              {COLUMNS.map((column) => (
                <Checkbox key={column} size="xs" value={column} label={LIST.columns[column]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button
            size="compact-sm"
            variant="default"
            disabled={filters.columns === '' && filters.sort === ''}
            onClick={() => onChange({ ...filters, columns: '', sort: '' })}
          >
            {LIST.displayDefault}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
