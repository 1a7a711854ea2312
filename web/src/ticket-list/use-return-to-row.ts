import { useEffect, useEffectEvent } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { useLocation } from 'react-router';
import { ROW_LINK } from './use-list-keyboard.js';

/** The row that was opened last, and from which place in the history of the tab. */
let left: { from: string; ticketId: string } | undefined;

/** Who comes back to the list goes on from the row that he left it by. */
export function useReturnToRow(listRef: RefObject<HTMLElement | null>, hasRows: boolean) {
  // Going back gives the key that the list had; coming anew gives another.
  const { key } = useLocation();

  const comeBack = useEffectEvent((): void => {
    if (left?.from !== key) return;
    const link = listRef.current?.querySelector<HTMLElement>(`[${ROW_LINK}="${left.ticketId}"]`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'center' });
    left = undefined;
  });

  useEffect(() => {
    if (hasRows) comeBack();
  }, [hasRows]);

  /** A click anywhere in a row, or Enter on its link. */
  return ({ target }: MouseEvent): void => {
    const row = target instanceof Element ? target.closest('tr, li') : null;
    const ticketId = row?.querySelector(`[${ROW_LINK}]`)?.getAttribute(ROW_LINK);
    if (ticketId) left = { from: key, ticketId };
  };
}
