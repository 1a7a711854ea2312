import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LiveConnection } from '../api/live/live-connection.js';
import { SESSION_KEY } from '../api/http/session-hooks.js';

const LISTS: ReadonlySet<unknown> = new Set(['requests', 'follow-ups']);

/** While somebody is signed in: what is on screen is read again when the gateway says that it reads differently. */
export function useClientLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const connection = new LiveConnection('/api/client/events');
    const readAgain = (): void =>
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    const unsubscribe = connection.subscribe({
      onEvent: (_, { ticketId }) =>
        void client.invalidateQueries({
          predicate: ({ queryKey: [name, id] }) => LISTS.has(name) || id === ticketId,
        }),
      onResync: readAgain,
      // The session may have ended: whoever reads is told to sign in again.
      onState: (state) => {
        if (state === 'offline') readAgain();
      },
    });
    const stop = connection.start();
    return () => {
      stop();
      unsubscribe();
    };
  }, [client]);
}
