import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from './directory-types.js';
import { http } from './http.js';
import { clearDrafts } from '../lib/draft-storage.js';
import { ProblemError } from './problem.js';

export const SESSION_KEY = ['session'] as const;

/** The session, or null when nobody is signed in. */
async function fetchSession(): Promise<Session | null> {
  try {
    const session = await http.get<Session>('/api/session');
    http.useCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
}

export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: Infinity });
}

/** For pages that are shown only to a signed-in user. */
export function useSignedIn(): Session {
  const { data } = useSession();
  if (!data) throw new Error('This page needs a session');
  return data;
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { mail: string; password: string }) => http.post('/api/session', credentials),
    onSuccess: () => client.fetchQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: 0 }),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.change('DELETE', '/api/session'),
    onSuccess: () => {
      client.setQueryData(SESSION_KEY, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
      clearDrafts();
    },
  });
}
