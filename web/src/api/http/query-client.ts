import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { NetworkError, ProblemError, isSessionGone } from './problem.js';
import { SESSION_KEY } from './session-hooks.js';

const RETRIES = 3;

/** Only what the server never saw, or could not serve just now, is worth repeating. */
export function isPassing(error: Error): boolean {
  return error instanceof NetworkError || (error instanceof ProblemError && error.status === 503);
}

export function createQueryClient(): QueryClient {
  const signOut = (error: Error): void => {
    if (isSessionGone(error)) client.setQueryData(SESSION_KEY, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: signOut }),
    mutationCache: new MutationCache({ onError: signOut }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < RETRIES && isPassing(error),
        refetchOnWindowFocus: false,
      },
      // Commands are retried by people: they carry the same idempotency key.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
