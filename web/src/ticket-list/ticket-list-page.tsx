import { ActionIcon, Button, Group, Menu, Title, Tooltip, VisuallyHidden } from '@mantine/core';
import { useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import {
  IconChartPie,
  IconDownload,
  IconPlus,
  IconPrinter,
  IconReport,
  IconSettings,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useSignedIn } from '../api/session.js';
import { useTicketList } from '../api/tickets.js';
import type { TicketRow } from '../api/types.js';
import { COMMON, LIST, MODULES, SETTINGS } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { DeleteDialog } from './selection/delete-dialog.js';
import { EmptyList } from './empty-list.js';
import { ExportItems } from './export-items.js';
import { FilterBar } from './filters/filter-bar.js';
import { LoadMore } from './load-more.js';
import { SelectionBar } from './selection/selection-bar.js';
import { TicketCards } from './ticket-cards.js';
import { TicketTable } from './ticket-table.js';
import classes from './ticket-list.module.css';
import { ViewsBar } from './filters/views-bar.js';
import { useFilters } from './filters/use-filters.js';
import { useListKeyboard } from './use-list-keyboard.js';
import { useLiveList } from './use-live-list.js';
import { useReturnToRow } from './use-return-to-row.js';
import { useSelection } from './selection/use-selection.js';

/** They see the tickets of the buildings they are attached to, and no others. */
const ATTACHED: ReadonlySet<string | undefined> = new Set(['ASSISTANT', 'ACCOUNTANT']);

export default function TicketListPage() {
  const { path, module, rights } = useModule();
  const { user } = useSignedIn();
  const [filters, setFilters] = useFilters();
  const list = useTicketList(module, filters);
  const announcement = useLiveList(module, filters);
  const selection = useSelection(filters);
  const [deleted, setDeleted] = useState<TicketRow>();
  // On paper the list is always a table.
  const isNarrow = useMediaQuery('screen and (max-width: 61.99em)', false, {
    getInitialValueInEffect: false,
  });
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const createPath = rights.create ? `/tickets/${path}/new` : undefined;
  const title = LIST.title(MODULES[path]);
  useListKeyboard({ searchRef, listRef, createPath });
  useDocumentTitle(`${title} · ${COMMON.product}`);

  const rows = list.data?.pages.flatMap((page) => page.tickets) ?? [];
  const keepRow = useReturnToRow(listRef, rows.length > 0);
  const Rows = isNarrow ? TicketCards : TicketTable;
  return (
    <div className={classes.page}>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={1} size="h3">
          {title}
          {ATTACHED.has(user.role) && !filters.mine && <span className={classes.scope}>{LIST.attached}</span>}
        </Title>
        <Group gap="xs" wrap="nowrap" className={classes.tools}>
          {user.role === 'ADMINISTRATOR' && (
            <ActionIcon
              component={Link}
              to={`/tickets/${path}/settings`}
              variant="default"
              size="lg"
              aria-label={SETTINGS.open}
              title={SETTINGS.open}
            >
              <IconSettings size={18} />
            </ActionIcon>
          )}
          <ActionIcon
            component={Link}
            to={`/tickets/${path}/reports`}
            variant="default"
            size="lg"
            aria-label={LIST.reports}
            title={LIST.reports}
          >
            <IconReport size={18} />
          </ActionIcon>
          <ActionIcon
            component={Link}
            to={`/tickets/${path}/figures`}
            variant="default"
            size="lg"
            aria-label={LIST.statistics}
            title={LIST.statistics}
          >
            <IconChartPie size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            visibleFrom="sm"
            aria-label={LIST.print}
            title={LIST.print}
            onClick={() => window.print()}
          >
            <IconPrinter size={18} />
          </ActionIcon>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant="default"
                size="lg"
                visibleFrom="sm"
                aria-label={LIST.export}
                title={LIST.export}
              >
                <IconDownload size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <ExportItems module={module} tickets={filters} />
            </Menu.Dropdown>
          </Menu>
          {createPath && (
            <Tooltip label={LIST.keys}>
              <Button component={Link} to={createPath} leftSection={<IconPlus size={17} aria-hidden />}>
                {LIST.create}
              </Button>
            </Tooltip>
          )}
        </Group>
      </Group>
      <ViewsBar filters={filters} onChange={setFilters} />
      <FilterBar path={path} filters={filters} onChange={setFilters} searchRef={searchRef} />
      <SelectionBar selection={selection} module={module} mayEdit={rights.edit} />
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && !list.error && <Loading />}
      <div
        ref={listRef}
        className={classes.list}
        data-stale={list.isPlaceholderData || undefined}
        onClickCapture={keepRow}
      >
        {filters.sort === 'NEXT' && <p className={classes.onlyNext}>{LIST.sort.onlyNext}</p>}
        {rows.length > 0 && (
          <Rows
            rows={rows}
            path={path}
            selection={selection}
            onDelete={rights.delete ? setDeleted : undefined}
            filters={filters}
            onSort={(sort) => setFilters({ ...filters, sort })}
          />
        )}
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
      {deleted && <DeleteDialog row={deleted} onClose={() => setDeleted(undefined)} />}
    </div>
  );
}
