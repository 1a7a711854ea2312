import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountApi } from '../api/account.js';
import { SESSION_KEY } from '../api/http/session-hooks.js';

const ACCOUNT_KEY = ['account'] as const;
const SESSIONS_KEY = ['account', 'sessions'] as const;

export function useAccount(api: AccountApi) {
  return useQuery({ queryKey: ACCOUNT_KEY, queryFn: ({ signal }) => api.read(signal), staleTime: 0 });
}

export function useOwnSessions(api: AccountApi) {
  return useQuery({
    queryKey: SESSIONS_KEY,
    queryFn: async ({ signal }) => (await api.listSessions(signal)).sessions ?? [],
    staleTime: 0,
  });
}

/** Something of the account changed: it is read again. */
export function useAccountChange<V, R>(change: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ACCOUNT_KEY }),
  });
}

/** The session may be open to more now. Not before recovery codes were read: another page would take their place. */
export function useSessionRefresh(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: SESSION_KEY });
}
