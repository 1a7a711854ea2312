import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from './http/http.js';
import { keys } from './tickets.js';
import type { Aside, ModuleCode } from './types.js';

const PATH = '/api/tickets/asides';

interface AsideList {
  asides: Aside[];
}

/** What the user has put aside in a module, still or back from there. */
export function useAside(module: ModuleCode, ticketId: string): Aside | undefined {
  const { data } = useQuery({
    queryKey: keys.asides(module),
    queryFn: async ({ signal }) => (await http.get<AsideList>(PATH, { module }, signal)).asides,
    staleTime: 60_000,
    select: (asides) => asides.find((aside) => aside.ticketId === ticketId),
  });
  return data;
}

/** Until a day in Paris: "2026-12-04". */
export function usePutAside(module: ModuleCode) {
  return useAsideChange(module, (body: { ticketIds: string[]; day: string; reason: string }) =>
    http.change('PUT', PATH, { module, ...body }),
  );
}

export function useTakeBack(module: ModuleCode) {
  return useAsideChange(module, (ticketIds: string[]) =>
    http.change('DELETE', withQuery(PATH, { module, ticketIds: ticketIds.join(',') })),
  );
}

function useAsideChange<T>(module: ModuleCode, change: (asked: T) => Promise<AsideList>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async ({ asides }) => {
      client.setQueryData(keys.asides(module), asides);
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.lists }),
        client.invalidateQueries({ queryKey: ['queues', module] }),
      ]);
    },
  });
}
