import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import { useNavigate } from 'react-router';

interface Targets {
  searchRef: RefObject<HTMLInputElement | null>;
  listRef: RefObject<HTMLElement | null>;
  /** Absent when the user may not create. */
  createPath: string | undefined;
}

/** What a row's link carries, with the ticket's id, so that the keyboard finds it. */
export const ROW_LINK = 'data-row-link';

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** J / K or arrows move the focus between rows, whose links open with Enter; "/" searches, N creates. */
export function useListKeyboard({ searchRef, listRef, createPath }: Targets): void {
  const navigate = useNavigate();

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const isArrow = event.key.startsWith('Arrow');
    const isSearching = event.target === searchRef.current;
    if (isTyping(event.target) && !(isArrow && isSearching)) return;
    const step = STEPS[event.key];
    // Arrows scroll the page unless the user already is in the list or comes from the search.
    const isInList = listRef.current?.contains(document.activeElement) ?? false;
    if (step && (!isArrow || isInList || isSearching)) moveFocus(listRef.current, step);
    else if (event.key === '/') searchRef.current?.focus();
    else if (event.key === 'n' && createPath) void navigate(createPath);
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"]') !== null;
}

function moveFocus(list: HTMLElement | null, step: number): void {
  const links = [...(list?.querySelectorAll<HTMLElement>(`[${ROW_LINK}]`) ?? [])];
  const current = links.findIndex((link) => link === document.activeElement);
  const next = links[current === -1 ? 0 : current + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
