import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from './http/http.js';
import type { ApiScope, CreateApiKeyResponse, ListApiKeysResponse, RotateApiKeyResponse } from './types.js';

const KEY = ['security', 'keys'] as const;
const PATH = '/api/security/keys';

export interface NewApiKey {
  name: string;
  scopes: ApiScope[];
  /** ISO instant; absent: until it is revoked. */
  expiresAt?: string;
}

export function useApiKeys() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => http.get<ListApiKeysResponse>(PATH, {}, signal),
    // When it was used last is what one looks for.
    staleTime: 0,
  });
}

function useKeyChange<V, T>(change: (value: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['security'] }),
  });
}

export const useCreateApiKey = () =>
  useKeyChange((asked: NewApiKey) => http.change<CreateApiKeyResponse>('POST', PATH, asked));

export const useRotateApiKey = () =>
  useKeyChange((id: string) => http.change<RotateApiKeyResponse>('POST', `${PATH}/${id}/rotation`));

export const useRevokeApiKey = () =>
  useKeyChange(({ id, prefix }: { id: string; prefix?: string }) =>
    http.change<void>('DELETE', withQuery(`${PATH}/${id}`, { prefix })),
  );
