import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { clearDrafts } from '../../lib/draft-storage.js';
import type { PasskeyStepDto, SecondStepDto as SecondStep } from '../types.js';
import { passkeyAnswer } from '../passkeys.js';
import type { Http } from './http.js';
import { ProblemError } from './problem.js';

export interface StepProof {
  step: string;
  code?: string;
  recoveryCode?: string;
  /** What a passkey has to sign: the browser is asked for its answer. */
  options?: string;
}

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

  function useOpened() {
    const client = useQueryClient();
    return () => client.fetchQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: 0 });
  }

  /** Gives what the second step wants, where there is one; else the session is open. */
  function useSignIn() {
    const opened = useOpened();
    return useMutation({
      mutationFn: async (credentials: { mail: string; password: string }) =>
        (await http.post<{ secondStep?: SecondStep }>(path, credentials)).secondStep,
      onSuccess: async (secondStep) => {
        if (!secondStep) await opened();
      },
    });
  }

  function useSecondStep() {
    const opened = useOpened();
    return useMutation({
      mutationFn: async ({ step, options, ...proof }: StepProof) => {
        const passkey = options === undefined ? undefined : await passkeyAnswer(options);
        await http.post(`${path}/second-step`, { step, ...proof, passkey });
      },
      onSuccess: opened,
    });
  }

  /** The browser offers the passkeys that it knows of this site. */
  function usePasskeySignIn() {
    const opened = useOpened();
    return useMutation({
      mutationFn: async () => {
        const { step, options } = await http.post<PasskeyStepDto>(`${path}/passkey`, undefined);
        await http.post(`${path}/second-step`, { step, passkey: await passkeyAnswer(options) });
      },
      onSuccess: opened,
    });
  }

  /** By the link that La Solution Crypto made. Sent once: a link is good once. */
  function useLinkSignIn() {
    const opened = useOpened();
    const client = useQueryClient();
    return useMutation({
      retry: false,
      mutationFn: (link: string) => signedInBy(link),
      onSuccess: async () => {
        // Of whoever was signed in here before.
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
        await opened();
      },
    });
  }

  // React runs an effect twice: the second one is given the answer of the first.
  const links = new Map<string, Promise<unknown>>();
  function signedInBy(link: string): Promise<unknown> {
    const asked = links.get(link) ?? http.post(`${path}/link`, { link });
    links.set(link, asked);
    return asked;
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

  /** What is needed to sign in over a page that was refused. */
  function useReturn() {
    const client = useQueryClient();
    return {
      onRefused: (signInAgain: (() => Promise<boolean>) | undefined) => http.useReturn(signInAgain),
      /** Whoever is signed in now, here or in another tab; undefined when it cannot be told. */
      look: async () => {
        const session = await fetchSession().catch(() => undefined);
        if (session) client.setQueryData(SESSION_KEY, session);
        return session;
      },
      giveUp: () => client.setQueryData(SESSION_KEY, null),
    };
  }

  return {
    useSession,
    useSignedIn,
    useSignIn,
    useSecondStep,
    usePasskeySignIn,
    useLinkSignIn,
    useSignOut,
    useReturn,
  };
}
