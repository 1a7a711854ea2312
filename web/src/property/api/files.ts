import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http } from '../../api/http/http.js';
import { propertyKeys } from './keys.js';
import type { AccountingEntity, MandateRow, PartyFile, ProfessionalCard, UnitRow } from './types.js';

const LIMIT = 20;
const LONG = 300_000;

export function useParties(search: string) {
  return useQuery({
    queryKey: ['property', 'parties', search],
    queryFn: async ({ signal }) =>
      (await http.get<{ parties: PartyFile[] }>('/api/property/parties', { search, limit: LIMIT }, signal))
        .parties,
    placeholderData: keepPreviousData,
  });
}

export function useEntities() {
  return useQuery({
    queryKey: ['property', 'entities'],
    queryFn: async () =>
      (await http.get<{ entities: AccountingEntity[] }>('/api/property/entities')).entities,
    staleTime: LONG,
  });
}

export function useCards() {
  return useQuery({
    queryKey: ['property', 'cards'],
    queryFn: async () => (await http.get<{ cards: ProfessionalCard[] }>('/api/property/cards')).cards,
    staleTime: LONG,
  });
}

export type UnitChoice = 'LETTABLE' | 'FROM_SYNDIC';

/** Units page by page: those where a tenant may enter, or those that a mandate may take over from syndic. */
export function useUnitFiles(choice: UnitChoice | undefined, search: string) {
  return useInfiniteQuery({
    queryKey: [...propertyKeys.units, choice, search],
    queryFn: ({ signal, pageParam }) =>
      http.get<{ units: UnitRow[]; nextCursor: string }>(
        '/api/property/units',
        { choice, search, limit: 50, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    placeholderData: keepPreviousData,
  });
}

export function useUnitFile(id: string) {
  return useQuery({
    queryKey: [...propertyKeys.units, id],
    queryFn: ({ signal }) => http.get<UnitRow>(`/api/property/units/${id}`, undefined, signal),
  });
}

export function useActiveMandates(search: string) {
  return useQuery({
    queryKey: [...propertyKeys.mandates, search],
    queryFn: async ({ signal }) =>
      (
        await http.get<{ mandates: MandateRow[] }>(
          '/api/property/mandates',
          { active: true, search, limit: 50 },
          signal,
        )
      ).mandates,
    placeholderData: keepPreviousData,
  });
}
