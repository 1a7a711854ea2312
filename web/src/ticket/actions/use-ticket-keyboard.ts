import type { RefObject } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Action, AllowedAction } from '../../api/types.js';
import { useModule } from '../../layout/use-module.js';
import { usePageKeys } from '../../ui/use-page-keys.js';

const KEYS: Readonly<Record<string, Action>> = { r: 'POST_MESSAGE', o: 'ADD_NOTE', m: 'UPDATE' };

interface Targets {
  allowed: readonly AllowedAction[];
  start: (action: AllowedAction) => void;
  /** All that may be done. */
  panelRef: RefObject<HTMLElement | null>;
}

/** S begins the next step, A leads to all actions; the most frequent ones have a key of their own (`SHORTCUTS`). */
export function useTicketKeyboard({ allowed, start, panelRef }: Targets): void {
  const navigate = useNavigate();
  const { path } = useModule();
  // The list returns with its search and its place.
  const cameFromInside = useLocation().key !== 'default';
  usePageKeys((key) => {
    const action =
      key === 's'
        ? allowed.find(({ suggested }) => suggested)
        : allowed.find(({ action, missionId }) => action === KEYS[key] && missionId === '');
    if (action) start(action);
    else if (key === 'a') panelRef.current?.focus();
    else if (key === 'l' && cameFromInside) void navigate(-1);
    else if (key === 'l') void navigate(`/tickets/${path}`);
    else return false;
    return true;
  });
}
