import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from './http/http.js';
import type { ModuleCode, OwnView } from './types.js';

const PATH = '/api/tickets/views';

interface OwnViewList {
  views: OwnView[];
}

const keyOf = (module: ModuleCode) => ['own-views', module] as const;

/** The views that the user keeps of a module's list. */
export function useOwnViews(module: ModuleCode) {
  return useQuery({
    queryKey: keyOf(module),
    queryFn: async ({ signal }) => (await http.get<OwnViewList>(PATH, { module }, signal)).views,
    staleTime: 300_000,
  });
}

/** One of the same name is replaced. */
export function useKeepView(module: ModuleCode) {
  return useViewChange(module, (view: OwnView) => http.change('PUT', PATH, { module, ...view }));
}

export function useRemoveView(module: ModuleCode) {
  return useViewChange(module, ({ name }: OwnView) =>
    http.change('DELETE', withQuery(PATH, { module, name })),
  );
}

function useViewChange(module: ModuleCode, change: (view: OwnView) => Promise<OwnViewList>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: ({ views }) => client.setQueryData(keyOf(module), views),
  });
}
