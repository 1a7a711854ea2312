import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from './http/http.js';
import type { GetAccessControlResponse, RoleAccessDto } from './types.js';

const KEY = ['security', 'access'] as const;

export function useAccessControl() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => http.get<GetAccessControlResponse>('/api/security/access', {}, signal),
    staleTime: 0,
  });
}

/** Also after a refusal: another administrator's choice is shown. */
export function useSaveRoleAccess() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: RoleAccessDto) => http.change('PUT', '/api/security/access', choice),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
