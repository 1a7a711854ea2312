import { useEffect, useState } from 'react';
import { recordTimeSpent } from '../api/tickets.js';
import type { Ticket } from '../api/types.js';

const TICK_MS = 1000;
const SENT_EVERY_S = 60;

/** Seconds of all users together, counting on while this page is looked at; told to the server now and then. */
export function useTimeSpent({ id, timeSpentSeconds }: Ticket): number {
  const [before] = useState(timeSpentSeconds);
  const [here, setHere] = useState(0);
  useEffect(() => {
    let unsent = 0;
    const send = (): void => {
      if (unsent === 0) return;
      recordTimeSpent(id, unsent);
      unsent = 0;
    };
    const tick = (): void => {
      if (document.visibilityState !== 'visible') return;
      unsent += 1;
      setHere((seconds) => seconds + 1);
      if (unsent >= SENT_EVERY_S) send();
    };
    const timer = setInterval(tick, TICK_MS);
    // Also the last event that a closing page is sure to get.
    document.addEventListener('visibilitychange', send);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', send);
      send();
    };
  }, [id]);
  return before + here;
}
