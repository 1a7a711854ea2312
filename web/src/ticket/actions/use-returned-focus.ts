import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

interface ReturnedFocus {
  /** Of what takes the focus when the button is gone. */
  panelRef: RefObject<HTMLDivElement | null>;
  /** When an action begins. */
  leave: () => void;
  /** When it ended, either way. */
  comeBack: () => void;
}

/** The button that began an action may be gone after it: the keyboard then goes on from the panel of actions. */
export function useReturnedFocus(): ReturnedFocus {
  const panelRef = useRef<HTMLDivElement>(null);
  const openerRef = useRef<Element>(null);
  const returnedRef = useRef<Element>(null);
  // On a slow line the ticket is drawn as it is now after the keyboard came back, and takes the button away with it.
  useEffect(() => {
    if (!returnedRef.current || returnedRef.current.isConnected) return;
    returnedRef.current = null;
    if (!isElsewhere(document.activeElement)) panelRef.current?.focus({ preventScroll: true });
  });
  return {
    panelRef,
    leave: () => {
      openerRef.current = document.activeElement;
      returnedRef.current = null;
    },
    comeBack: () => {
      const opener = openerRef.current;
      // Once the dialog is gone, and the ticket drawn as it is now.
      afterDrawing(() => {
        if (isElsewhere(document.activeElement)) return;
        const target = opener instanceof HTMLElement && opener.isConnected ? opener : panelRef.current;
        target?.focus({ preventScroll: true });
        returnedRef.current = target;
      });
    },
  };
}

/** Somebody has moved on already. */
function isElsewhere(focused: Element | null): boolean {
  return focused !== null && focused !== document.body;
}

function afterDrawing(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
