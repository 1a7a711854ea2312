import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FINDER } from '../fr/finder.js';
import classes from '../layout/layout.module.css';

const Finder = lazy(async () => ({ default: (await import('./finder.js')).Finder }));

/** Finds anything, from any page: by Ctrl-K, or by a press where there is no keyboard. */
export function FinderButton() {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isFinderKey(event)) return;
      event.preventDefault();
      setAsked((before) => before + 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <ActionIcon
        variant="subtle"
        size="lg"
        className={classes.user}
        aria-label={FINDER.open}
        title={FINDER.open}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setAsked((before) => before + 1)}
      >
        <IconSearch size={18} aria-hidden />
      </ActionIcon>
      {asked > 0 && (
        <Suspense>
          <Finder asked={asked} />
        </Suspense>
      )}
    </>
  );
}

/** In a note's editor Ctrl-K makes a link, and another dialog keeps its own. */
function isFinderKey({ key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, target }: KeyboardEvent) {
  if (key.toLowerCase() !== 'k' || !(ctrlKey || metaKey) || altKey || shiftKey || defaultPrevented)
    return false;
  if (target instanceof HTMLElement && target.isContentEditable) return false;
  return document.querySelector('[role="dialog"]') === null;
}
