import { useInfiniteQuery } from '@tanstack/react-query';
import { fetchEarlier } from '../../api/tickets.js';
import type { EarlierPart } from '../../api/tickets.js';
import type { ListEarlierResponse } from '../../api/types.js';

interface Earlier<T> {
  /** Oldest first; those before what the ticket itself gives. */
  entries: T[];
  hasMore: boolean;
  isLoading: boolean;
  showMore: () => void;
}

/** What came before what a ticket is opened with, a page at each wish; anew once the ticket lets go of more. */
export function useEarlier<T>(
  ticketId: string,
  part: EarlierPart,
  before: number,
  pick: (page: ListEarlierResponse) => T[],
): Earlier<T> {
  const { data, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['earlier', ticketId, part, before],
    queryFn: ({ pageParam, signal }) => fetchEarlier(ticketId, part, pageParam, signal),
    initialPageParam: before,
    getNextPageParam: ({ from }) => (from > 0 ? from : undefined),
    enabled: false,
    staleTime: Infinity,
  });
  const pages = data?.pages ?? [];
  return {
    entries: pages.toReversed().flatMap(pick),
    hasMore: (pages.at(-1)?.from ?? before) > 0,
    isLoading: isFetching,
    showMore: () => void fetchNextPage(),
  };
}
