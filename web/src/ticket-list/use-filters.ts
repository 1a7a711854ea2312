import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readFilters, writeFilters } from '../lib/filters.js';
import type { TicketFilters } from '../lib/filters.js';

/** The filters live in the address: they can be shared, and come back with the list. */
export function useFilters(): [TicketFilters, (filters: TicketFilters) => void] {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => readFilters(params), [params]);
  const setFilters = useCallback(
    (next: TicketFilters) => setParams(writeFilters(next), { replace: true }),
    [setParams],
  );
  return [filters, setFilters];
}
