import { useEffect, useState } from 'react';

/** How often the finder was asked for: by Ctrl-K, or by a press. */
export function useFinder(): { asked: number; ask: () => void } {
  const [asked, setAsked] = useState(0);
  const ask = (): void => setAsked((before) => before + 1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isFinderKey(event)) return;
      event.preventDefault();
      setAsked((before) => before + 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return { asked, ask };
}

/** In a note's editor Ctrl-K makes a link, and another dialog keeps its own. */
function isFinderKey({ key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, target }: KeyboardEvent) {
  if (key.toLowerCase() !== 'k' || !(ctrlKey || metaKey) || altKey || shiftKey || defaultPrevented)
    return false;
  if (target instanceof HTMLElement && target.isContentEditable) return false;
  return document.querySelector('[role="dialog"]') === null;
}
