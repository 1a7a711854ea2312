import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLiveEvents } from '../api/live/live.js';
import { fetchTicketPage, keys } from '../api/tickets.js';
import type { TicketPages } from '../api/tickets.js';
import type { ModuleCode, TicketPage } from '../api/types.js';
import { LIST, named, STATUSES } from '../fr.js';
import type { TicketFilters } from '../lib/lists/filters.js';
import { mergeFreshPage } from '../lib/lists/merge-page.js';

/** One fetch for a burst of facts: opening a ticket publishes several. */
const COALESCE_MS = 250;
const MOST_ANNOUNCED = 3;

/** Refreshes the rows on screen as tickets change. Returns what to say aloud. */
export function useLiveList(module: ModuleCode, filters: TicketFilters): string {
  const client = useQueryClient();
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [announcement, setAnnouncement] = useState('');

  const refresh = async (): Promise<void> => {
    const ids = changed.current;
    changed.current = new Set();
    const key = keys.list(module, filters);
    // Where a changed ticket stands in another order, only the server knows.
    if (filters.sort !== '') return client.invalidateQueries({ queryKey: key });
    try {
      const fresh = await fetchTicketPage(module, filters, '');
      client.setQueryData<TicketPages>(key, (list) => list && mergeInto(list, fresh, ids));
      setAnnouncement(announce(fresh, ids));
    } catch {
      await client.invalidateQueries({ queryKey: key });
    }
  };

  useLiveEvents((kind, { ticketId }) => {
    if (kind !== 'ticket') return;
    changed.current.add(ticketId);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refresh(), COALESCE_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), [module, filters]);
  return announcement;
}

function mergeInto(list: TicketPages, fresh: TicketPage, changed: ReadonlySet<string>): TicketPages {
  const pages = mergeFreshPage(list.pages, fresh, changed);
  return { pages, pageParams: list.pageParams.slice(0, pages.length) };
}

function announce(fresh: TicketPage, changed: ReadonlySet<string>): string {
  return fresh.tickets
    .filter((row) => changed.has(row.id))
    .slice(0, MOST_ANNOUNCED)
    .map((row) => LIST.changed(row.number, named(STATUSES, row.status)))
    .join('. ');
}
