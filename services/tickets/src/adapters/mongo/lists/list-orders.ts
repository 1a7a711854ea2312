import type { ListOrder } from '../../../application/ports/ticket-list.js';

interface Order {
  readonly path: 'modifiedAt' | 'details.openedAt' | 'row.next.at';
  readonly direction: 'ASCENDING' | 'DESCENDING';
}

/** By what a list can be sorted: nothing that no index is in the order of (`ticket.schema.ts` makes them of this). */
export const LIST_ORDERS: Readonly<Record<ListOrder, Order>> = {
  MODIFIED: { path: 'modifiedAt', direction: 'DESCENDING' },
  MODIFIED_FIRST: { path: 'modifiedAt', direction: 'ASCENDING' },
  OPENED: { path: 'details.openedAt', direction: 'DESCENDING' },
  OPENED_FIRST: { path: 'details.openedAt', direction: 'ASCENDING' },
  NEXT: { path: 'row.next.at', direction: 'ASCENDING' },
};

export function sortOf({ path, direction }: Order): Record<string, 1 | -1> {
  const way = direction === 'ASCENDING' ? 1 : -1;
  return { [path]: way, _id: way };
}
