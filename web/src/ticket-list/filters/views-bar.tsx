import { UnstyledButton } from '@mantine/core';
import { LIST } from '../../fr.js';
import { VIEWS, VIEW_NAMES, viewOf } from '../../lib/lists/filters.js';
import type { TicketFilters } from '../../lib/lists/filters.js';
import classes from './views-bar.module.css';

interface Props {
  filters: TicketFilters;
  onChange: (filters: TicketFilters) => void;
}

/** The queues of a day's work, one press each; what is searched for stays. */
export function ViewsBar({ filters, onChange }: Props) {
  const current = filters.show === 'open' ? viewOf(filters) : undefined;
  return (
    <div role="group" aria-label={LIST.views} className={classes.views}>
      {VIEW_NAMES.map((name) => (
        <UnstyledButton
          key={name}
          className={classes.view}
          aria-pressed={name === current}
          onClick={() => onChange({ ...filters, ...VIEWS[name], show: 'open' })}
        >
          {LIST.view[name]}
        </UnstyledButton>
      ))}
    </div>
  );
}
