import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http/http.js';
import { newKey } from '../../lib/keys.js';
import { propertyKeys } from './keys.js';
import type { IndexQuarter } from './types.js';

export function useIndices(index: string, territory = 'FR-MET') {
  return useQuery({
    queryKey: [...propertyKeys.indices, index, territory],
    queryFn: async ({ signal }) =>
      (await http.get<{ quarters: IndexQuarter[] }>('/api/property/indices', { index, territory }, signal))
        .quarters,
    staleTime: 300_000,
    enabled: index !== '' && index !== 'NONE',
  });
}

export function useAddQuarter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (
      quarter: Pick<IndexQuarter, 'territory' | 'quarter' | 'value' | 'publishedOn' | 'source'> & {
        index: string;
      },
    ) => http.post<IndexQuarter>('/api/property/indices', quarter, newKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: propertyKeys.indices }),
  });
}
