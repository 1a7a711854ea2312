import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useMineByDefault } from '../../api/mine-by-default.js';
import { readFilters, writeFilters } from '../../lib/lists/filters.js';
import type { TicketFilters } from '../../lib/lists/filters.js';

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
