import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BuildingList, Contractor, ModuleCode, PlaceDetails, UnitRow, User } from './types.js';
import { http } from './http/http.js';

const LIMIT = 20;

export function useUsers() {
  return useQuery({
    queryKey: ['users'],
    queryFn: async () => (await http.get<{ users: User[] }>('/api/users')).users,
    staleTime: 300_000,
  });
}

/** Who may act on tickets of these modules: work can be given to nobody else. */
export function useActing(modules: readonly ModuleCode[]): User[] {
  const { data: users = [] } = useUsers();
  return users.filter((user) => modules.every((module) => mayActIn(user, module)));
}

function mayActIn({ syndic, gerance }: User, module: ModuleCode): boolean {
  return (module === 'SYNDIC' ? syndic : gerance)?.edit ?? false;
}

export function useBuildings(module: ModuleCode, search: string) {
  return useQuery({
    queryKey: ['buildings', module, search],
    queryFn: ({ signal }) =>
      http.get<BuildingList>('/api/buildings', { module, search, limit: LIMIT }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useUnits(search: string, enabled: boolean) {
  return useQuery({
    queryKey: ['units', search],
    queryFn: async ({ signal }) =>
      (await http.get<{ units: UnitRow[] }>('/api/units', { search, limit: LIMIT }, signal)).units,
    placeholderData: keepPreviousData,
    enabled,
  });
}

export const fetchPlace = (choice: PlaceChoice): Promise<PlaceDetails> =>
  http.get<PlaceDetails>('/api/places', { ...choice });

export function useContractors(trade: string, search: string) {
  return useQuery({
    queryKey: ['contractors', trade, search],
    queryFn: ({ signal }) =>
      http.get<{ contractors: Contractor[]; trades: string[] }>(
        '/api/contractors',
        { trade, search, limit: LIMIT },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}

export interface PlaceChoice {
  buildingId?: string;
  unitId?: string;
}

export function usePlace(choice: PlaceChoice | undefined) {
  return useQuery({
    queryKey: ['place', choice],
    queryFn: () => fetchPlace(choice ?? {}),
    enabled: choice !== undefined,
  });
}
