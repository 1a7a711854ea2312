import { useInfiniteQuery } from '@tanstack/react-query';
import { http } from './http/http.js';
import type { Actor, ModuleCode } from './types.js';

/** What stays of a deleted ticket. */
export interface Deletion {
  ticketId: string;
  number: number;
  actor?: Actor;
  at: string;
}

interface DeletionPage {
  deletions: Deletion[];
  nextCursor: string;
}

/** Newest first. */
export function useDeletions(module: ModuleCode) {
  return useInfiniteQuery({
    queryKey: ['deletions', module],
    queryFn: ({ pageParam, signal }) =>
      http.get<DeletionPage>('/api/tickets/deletions', { module, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    // Deleting happens on other pages.
    staleTime: 0,
  });
}
