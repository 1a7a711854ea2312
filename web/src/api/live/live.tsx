import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { LiveConnection } from './live-connection.js';
import type { LiveListener, LiveState } from './live-connection.js';
import { isKnown, keys } from '../tickets.js';

const LiveContext = createContext<LiveConnection | undefined>(undefined);

/** Connects while somebody is signed in, and keeps what is cached true. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [connection] = useState(() => new LiveConnection('/api/events'));

  useEffect(() => {
    const unsubscribe = connection.subscribe({
      onEvent: (kind, { ticketId, version }) => {
        if (ticketId === '') return;
        if (kind === 'archive') return void client.invalidateQueries({ queryKey: keys.archive(ticketId) });
        if (kind === 'message') return void client.invalidateQueries({ queryKey: keys.messages(ticketId) });
        // What was commanded here was answered with the ticket as it then was.
        if (!isKnown(client, ticketId, version))
          void client.invalidateQueries({ queryKey: keys.ticket(ticketId) });
        // The list on screen merges its changes itself (see use-live-list.ts).
        void client.invalidateQueries({ queryKey: keys.lists, refetchType: 'none' });
      },
      onResync: () =>
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
    });
    const stop = connection.start();
    return () => {
      stop();
      unsubscribe();
    };
  }, [client, connection]);

  return <LiveContext value={connection}>{children}</LiveContext>;
}

function useConnection(): LiveConnection {
  const connection = use(LiveContext);
  if (!connection) throw new Error('LiveProvider is missing');
  return connection;
}

export function useLiveEvents(onEvent: NonNullable<LiveListener['onEvent']>): void {
  const connection = useConnection();
  const listener = useEffectEvent(onEvent);
  useEffect(() => connection.subscribe({ onEvent: (kind, event) => listener(kind, event) }), [connection]);
}

export function useLiveState(): LiveState {
  const connection = useConnection();
  return useSyncExternalStore(
    (changed) => connection.subscribe({ onState: changed }),
    () => connection.state,
  );
}
