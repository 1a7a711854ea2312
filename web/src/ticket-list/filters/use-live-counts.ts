import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveEvents } from '../../api/live/live.js';
import { keys } from '../../api/tickets.js';
import type { ModuleCode } from '../../api/types.js';

/** A burst of facts is counted once, after it. */
const COALESCE_MS = 1_500;

/** Counts anew what waits when tickets change. */
export function useLiveCounts(module: ModuleCode, mine: boolean): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLiveEvents((kind) => {
    if (kind !== 'ticket') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () =>
        [keys.queues(module, mine), keys.asides(module)].forEach(
          (queryKey) => void client.invalidateQueries({ queryKey }),
        ),
      COALESCE_MS,
    );
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
