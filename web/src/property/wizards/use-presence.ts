import { useEffect, useEffectEvent, useState } from 'react';
import { useLiveEvents } from '../../api/live/live.js';
import { enterDraft, leaveDraft } from '../api/drafts.js';
import type { Presence } from '../api/types.js';
import type { StepCode } from './plan/wizard.js';

/** The server forgets whoever it has not heard of for 45 s. Who comes and goes meanwhile is told. */
const HEARTBEAT_MS = 15_000;
const COMES_OR_GOES: readonly (string | undefined)[] = ['DraftEntered', 'DraftLeft'];

/** Who else works on the draft; they are told of us. */
export function usePresence(draftId: string, step: StepCode): Presence[] {
  const [others, setOthers] = useState<Presence[]>([]);
  const beat = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden') return;
    try {
      setOthers((await enterDraft(draftId, step)).presences);
    } catch {
      // Offline, or the draft is gone: saving tells.
    }
  });
  useLiveEvents((kind, event) => {
    if (kind === 'draft' && event.draftId === draftId && COMES_OR_GOES.includes(event.fact)) void beat();
  });
  useEffect(() => {
    void beat();
    const timer = setInterval(() => void beat(), HEARTBEAT_MS);
    return () => clearInterval(timer);
  }, [draftId, step]);
  useEffect(() => {
    const leave = (): void => void leaveDraft(draftId).catch(() => undefined);
    const comeBack = ({ persisted }: PageTransitionEvent): void => void (persisted && beat());
    // A tab that is closed takes nothing apart: the page says so itself.
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
      leave();
    };
  }, [draftId]);
  return others;
}
