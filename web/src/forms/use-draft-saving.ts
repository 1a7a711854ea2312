import { useEffect, useEffectEvent } from 'react';

const SAVE_PAUSE_MS = 300;

/** Saves what is typed a moment after it changed, and when the page goes. */
export function useDraftSaving(save: () => void, ...written: readonly unknown[]): void {
  const saveNow = useEffectEvent(save);
  useEffect(() => {
    const onPause = (): void => saveNow();
    const timer = setTimeout(onPause, SAVE_PAUSE_MS);
    window.addEventListener('pagehide', onPause);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', onPause);
    };
  }, written);
}
