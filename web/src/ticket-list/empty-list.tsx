import { Button, Text } from '@mantine/core';
import { LIST } from '../fr.js';
import type { TicketFilters } from '../lib/lists/filters.js';
import classes from './ticket-list.module.css';

interface Props {
  filters: TicketFilters;
  onChange: (filters: TicketFilters) => void;
}

export function EmptyList({ filters, onChange }: Props) {
  return (
    <div className={classes.empty}>
      <Text fw={600}>{LIST.empty}</Text>
      <Text size="sm">{LIST.emptyHint}</Text>
      {filters.search !== '' && <Text size="sm">{LIST.searchAdvice}</Text>}
      {filters.mine && (
        <Button variant="default" size="xs" onClick={() => onChange({ ...filters, mine: false })}>
          {LIST.showEveryone}
        </Button>
      )}
    </div>
  );
}
