import { useEffect, useEffectEvent } from 'react';

/**
 * Single keys of a page: nothing while somebody types, while a dialog or a menu is open, or with a modifier.
 * @param take tells whether it had a use for the key
 */
export function usePageKeys(take: (key: string) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const { defaultPrevented, ctrlKey, metaKey, altKey, target, key } = event;
    if (defaultPrevented || ctrlKey || metaKey || altKey || isElsewhere(target)) return;
    if (take(key)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

const WRITTEN = 'input, textarea, select, [contenteditable="true"]';
const ABOVE = '[role="dialog"], [role="menu"]';

function isElsewhere(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLElement && target.closest(WRITTEN) !== null) ||
    document.querySelector(ABOVE) !== null
  );
}
