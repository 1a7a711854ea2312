import type { TicketPage } from '../../api/types.js';

/**
 * Refreshes a loaded list from its first page alone. The list is sorted by last modification, so a changed
 * ticket is either in the fresh page or has left the filter; every other row keeps its place.
 */
export function mergeFreshPage(
  pages: readonly TicketPage[],
  fresh: TicketPage,
  changed: ReadonlySet<string>,
): TicketPage[] {
  const [first, ...later] = pages;
  if (!first || later.length === 0) return [fresh];
  const freshIds = new Set(fresh.tickets.map((row) => row.id));
  const keep = (page: TicketPage) =>
    page.tickets.filter((row) => !freshIds.has(row.id) && !changed.has(row.id));
  const pushedDown = keep(first);
  return [
    fresh,
    ...later.map((page, index) => ({
      ...page,
      tickets: index === 0 ? [...pushedDown, ...keep(page)] : keep(page),
    })),
  ];
}
