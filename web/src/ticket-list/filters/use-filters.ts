import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSignedIn } from '../../api/session.js';
import { readFilters, writeFilters } from '../../lib/lists/filters.js';
import type { TicketFilters } from '../../lib/lists/filters.js';

/** Nobody gives tickets to assistants and accountants: theirs are those of their buildings. */
export function useMineByDefault(): boolean {
  return useSignedIn().user.role === 'MANAGER';
}

/** The filters live in the address: they can be shared, and come back with the list. */
export function useFilters(): [TicketFilters, (filters: TicketFilters) => void] {
  const [params, setParams] = useSearchParams();
  const mine = useMineByDefault();
  const filters = useMemo(() => readFilters(params, mine), [params, mine]);
  const setFilters = useCallback(
    (next: TicketFilters) => setParams(writeFilters(next, mine), { replace: true }),
    [setParams, mine],
  );
  return [filters, setFilters];
}
