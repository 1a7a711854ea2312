import { useEffect, useEffectEvent, useRef } from 'react';

const SAVE_PAUSE_MS = 300;

/** Saves what is typed a moment after it changed, and when the page goes, by a link of ours as well. */
export function useDraftSaving(save: () => void, ...written: readonly unknown[]): void {
  const isDue = useRef(false);
  const saveNow = useEffectEvent(() => {
    isDue.current = false;
    save();
  });
  useEffect(() => {
    const onPause = (): void => saveNow();
    isDue.current = true;
    const timer = setTimeout(onPause, SAVE_PAUSE_MS);
    window.addEventListener('pagehide', onPause);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', onPause);
    };
  }, written);
  useEffect(
    () => () => {
      if (isDue.current) saveNow();
    },
    [],
  );
}
