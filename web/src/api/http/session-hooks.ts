import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { clearDrafts } from '../../lib/draft-storage.js';
import type { Http } from './http.js';
import { ProblemError } from './problem.js';

export const SESSION_KEY = ['session'] as const;

/** Of the staff's extranet or of the clients': same steps, another address, another cookie, another cache. */
export function sessionHooks<S extends { csrfToken: string }>(http: Http, path: string) {
  /** The session, or null when nobody is signed in. */
  async function fetchSession(): Promise<S | null> {
    try {
      const session = await http.get<S>(path);
      http.useCsrfToken(session.csrfToken);
      return session;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      throw error;
    }
  }

  function useSession() {
    return useQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: Infinity });
  }

  /** For pages that are shown only to who is signed in. */
  function useSignedIn(): S {
    const { data } = useSession();
    if (!data) throw new Error('This page needs a session');
    return data;
  }

  function useSignIn() {
    const client = useQueryClient();
    return useMutation({
      mutationFn: (credentials: { mail: string; password: string }) => http.post(path, credentials),
      onSuccess: () => client.fetchQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: 0 }),
    });
  }

  function useSignOut() {
    const client = useQueryClient();
    return useMutation({
      mutationFn: () => http.change('DELETE', path),
      onSuccess: () => {
        client.setQueryData(SESSION_KEY, null);
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
        clearDrafts();
      },
    });
  }

  return { useSession, useSignedIn, useSignIn, useSignOut };
}
