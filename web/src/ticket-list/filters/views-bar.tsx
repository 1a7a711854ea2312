import { UnstyledButton } from '@mantine/core';
import { useQueueCounts } from '../../api/tickets.js';
import type { QueueCounts } from '../../api/types.js';
import { LIST } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { QUEUES } from '../../lib/lists/filters.js';
import type { TicketFilters } from '../../lib/lists/filters.js';
import { OwnViews } from './own-views.js';
import { useLiveCounts } from './use-live-counts.js';
import classes from './views-bar.module.css';

interface Props {
  filters: TicketFilters;
  onChange: (filters: TicketFilters) => void;
}

type View = TicketFilters['queue'];
const VIEWS: readonly View[] = [...QUEUES, ''];
/** Only while there is something in it: who puts nothing aside has no use for it. */
const WHEN_FILLED: ReadonlySet<View> = new Set(['REVIEW', 'ASIDE']);

/** The queues of a day's work, one press each, with how many wait; what is searched for stays. */
export function ViewsBar({ filters, onChange }: Props) {
  const { module } = useModule();
  const { data } = useQueueCounts(module, filters.mine);
  useLiveCounts(module, filters.mine);
  const current = filters.queue || (filters.show === 'open' && filters.types === '' ? '' : undefined);
  return (
    <div role="group" aria-label={LIST.views} className={classes.views}>
      {VIEWS.filter((view) => isShown(view, data, current)).map((view) => (
        <UnstyledButton
          key={view}
          className={classes.view}
          aria-pressed={view === current}
          onClick={() => onChange({ ...filters, queue: view, types: '', show: 'open' })}
        >
          {LIST.queue[view]}{' '}
          {data && <span className={classes.count}>{LIST.waiting(countOf(data, view))}</span>}
        </UnstyledButton>
      ))}
      <OwnViews filters={filters} onChange={onChange} />
    </div>
  );
}

const isShown = (view: View, data: QueueCounts | undefined, current: View | undefined): boolean =>
  !WHEN_FILLED.has(view) || view === current || (data !== undefined && countOf(data, view) > 0);

const countOf = ({ counts, open }: QueueCounts, view: View): number =>
  view === '' ? open : (counts.find(({ queue }) => queue === view)?.tickets ?? 0);
