import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { markRead } from '../api/tickets.js';
import type { Ticket } from '../api/types.js';

/** Each version that was on screen counts as read; a failure leaves the red dot, which harms nobody. */
export function useReading({ id, version }: Ticket): void {
  const client = useQueryClient();
  useEffect(() => {
    const read = (): void => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', read);
      markRead(client, id).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', read);
    read();
    return () => document.removeEventListener('visibilitychange', read);
  }, [client, id, version]);
}
