import { Button, Group, Title, Tooltip, VisuallyHidden } from '@mantine/core';
import { useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import { useTicketList } from '../api/tickets.js';
import { COMMON, LIST, MODULES } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { EmptyList } from './empty-list.js';
import { FilterBar } from './filter-bar.js';
import { LoadMore } from './load-more.js';
import { TicketCards } from './ticket-cards.js';
import { TicketTable } from './ticket-table.js';
import classes from './ticket-list.module.css';
import { useFilters } from './use-filters.js';
import { useListKeyboard } from './use-list-keyboard.js';
import { useLiveList } from './use-live-list.js';

export default function TicketListPage() {
  const { path, module, rights } = useModule();
  const [filters, setFilters] = useFilters();
  const list = useTicketList(module, filters);
  const announcement = useLiveList(module, filters);
  const isNarrow = useMediaQuery('(max-width: 61.99em)', false, { getInitialValueInEffect: false });
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const createPath = rights.create ? `/tickets/${path}/new` : undefined;
  const title = LIST.title(MODULES[path]);
  useListKeyboard({ searchRef, listRef, createPath });
  useDocumentTitle(`${title} · ${COMMON.product}`);

  const rows = list.data?.pages.flatMap((page) => page.tickets) ?? [];
  const Rows = isNarrow ? TicketCards : TicketTable;
  return (
    <div className={classes.page}>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={1} size="h3">
          {title}
        </Title>
        {createPath && (
          <Tooltip label={LIST.keys}>
            <Button component={Link} to={createPath} leftSection={<IconPlus size={17} aria-hidden />}>
              {LIST.create}
            </Button>
          </Tooltip>
        )}
      </Group>
      <FilterBar path={path} filters={filters} onChange={setFilters} searchRef={searchRef} />
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && !list.error && <Loading />}
      <div ref={listRef} className={classes.list} data-stale={list.isPlaceholderData || undefined}>
        {rows.length > 0 && <Rows rows={rows} path={path} />}
        {list.isSuccess && rows.length === 0 && <EmptyList filters={filters} onChange={setFilters} />}
      </div>
      {rows.length > 0 && (
        <LoadMore
          count={rows.length}
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </div>
  );
}
