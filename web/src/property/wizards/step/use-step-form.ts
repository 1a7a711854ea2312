import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { NetworkError, ProblemError } from '../../../api/http/problem.js';
import { newKey } from '../../../lib/keys.js';
import { fetchDraft, saveStep } from '../../api/drafts.js';
import type { StepToSave } from '../../api/drafts.js';
import type { Computed, Finding, SavedStep, StepState } from '../../api/types.js';
import type { Path, Values } from '../../forms/field.js';
import { withValueAt } from '../../forms/field.js';
import { isSame, mergeContents } from '../../forms/merge.js';
import type { Clash } from '../../forms/merge.js';
import { patchTyped } from '../../forms/patch.js';
import { contentOf, typedOf } from '../../forms/typed.js';
import { FORM_OF_STEP, screensOfStep } from '../plan/plan.js';
import type { FormName } from '../plan/plan.js';
import type { StepCode, WizardCode } from '../plan/wizard.js';

const SAVE_PAUSE_MS = 1000;
const RETRY_MS = 4000;

export type SaveState = 'saved' | 'typing' | 'saving' | 'offline' | 'conflict' | 'refused';

interface Parts {
  draftId: string;
  wizard: WizardCode;
  step: StepCode;
  itemId: string;
  /** As it was read; absent for a step never saved. */
  state: StepState | undefined;
  onSaved: (saved: SavedStep) => void;
  /** The form goes while something is still to be saved. */
  onFlush: (saving: Promise<unknown>) => void;
}

export interface Conflict {
  by: string;
  clashes: Clash[];
}

/** What the server says of a step, beside its content. */
interface Judged {
  faults: readonly Finding[];
  warnings: readonly Finding[];
  computed: readonly Computed[];
}

/** A save on its way: repeated as it is until it is answered, so that it counts once. */
interface Sent {
  step: StepToSave;
  key: string;
}

/** Content of one step as it is typed: saved a second after the last key, and merged with what others save. */
export function useStepForm({ draftId, wizard, step, itemId, state, onSaved, onFlush }: Parts) {
  const screens = screensOfStep(wizard, step);
  const form = FORM_OF_STEP[step];
  const begun = readContent(state, form);
  const [values, setValues] = useState(() => typedOf(screens, begun.content, begun.unread));
  const [judged, setJudged] = useState<Judged>(state ?? { faults: [], warnings: [], computed: [] });
  const [saveState, setSaveState] = useState<SaveState>('saved');
  const [refusal, setRefusal] = useState<Error>();
  const [conflict, setConflict] = useState<Conflict>();
  const [merged, setMerged] = useState('');
  const latest = useRef(values);
  const base = useRef({ content: begun.content, version: state?.version ?? 0 });
  const savedTyped = useRef(JSON.stringify(contentOf(screens, values)));
  const unanswered = useRef<Sent>(undefined);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const show = (next: Values): void => {
    latest.current = next;
    setValues(next);
  };

  const set = (path: Path, value: unknown): void => {
    show(withValueAt(latest.current, path, value));
    setSaveState((now) => (now === 'conflict' ? now : 'typing'));
    // What was said of the old text is not said of the new one.
    setJudged((now) => ({ ...now, faults: now.faults.filter((fault) => fault.path !== path) }));
  };

  /** Takes what the server answered or somebody else saved, beside what is typed meanwhile. */
  const take = (common: Values, theirs: StepState): Clash[] => {
    const mine = contentOf(screens, latest.current).content;
    const { content } = readContent(theirs, form);
    const { content: both, clashes } = mergeContents(common, mine, content);
    const patched = patchTyped(screens, latest.current, mine, both);
    if (!isSame(patched, latest.current)) show(patched);
    base.current = { content, version: theirs.version };
    setJudged(theirs);
    return clashes;
  };

  const send = async (sent: Sent): Promise<StepState> => {
    unanswered.current = sent;
    const saved = await saveStep(draftId, sent.step, sent.key);
    unanswered.current = undefined;
    const content = (sent.step.content[form] ?? {}) as Values;
    if (saved.step) take(content, saved.step);
    savedTyped.current = JSON.stringify(contentOf(screens, latest.current));
    onSaved(saved);
    return saved.step;
  };

  const toSave = (next: boolean): StepToSave => {
    const { content, unread } = contentOf(screens, latest.current);
    return {
      content: { [form]: content, unread: Object.fromEntries(unread.map(({ path, text }) => [path, text])) },
      itemId,
      baseVersion: base.current.version,
      next,
    };
  };

  /** @returns undefined when it could not be saved; why is in `saveState`. */
  const saveOnce = async (next: boolean): Promise<StepState | undefined> => {
    if (conflict) return undefined;
    setSaveState('saving');
    try {
      // The one whose answer was lost comes first: it may have arrived.
      if (unanswered.current) await send(unanswered.current);
      const saved = await send({ key: newKey(), step: toSave(next) });
      setSaveState('saved');
      setRefusal(undefined);
      return saved;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'STEP_CHANGED') {
        unanswered.current = undefined;
        return (await joinTheirs()) ? saveOnce(next) : undefined;
      }
      setSaveState(error instanceof NetworkError ? 'offline' : 'refused');
      if (!(error instanceof NetworkError)) unanswered.current = undefined;
      setRefusal(error instanceof Error ? error : undefined);
      return undefined;
    }
  };

  /** @returns whether all of it fits together. */
  const joinTheirs = async (): Promise<boolean> => {
    const draft = await fetchDraft(draftId);
    const theirs = draft.steps.find((other) => other.step === step && other.itemId === itemId);
    if (!theirs) return true;
    const by = theirs.savedBy?.name ?? '';
    const clashes = take(base.current.content, theirs);
    setMerged(by);
    if (clashes.length === 0) return true;
    setConflict({ by, clashes });
    setSaveState('conflict');
    return false;
  };

  /** One after the other: each begins from the version that the one before made. */
  const save = (next: boolean): Promise<StepState | undefined> => inTurn(() => saveOnce(next));

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const working = queue.current.then(work);
    queue.current = working.catch(() => undefined);
    return working;
  };

  const isDirty = (): boolean =>
    unanswered.current !== undefined ||
    JSON.stringify(contentOf(screens, latest.current)) !== savedTyped.current;

  /** Looked at when its turn comes: "étape suivante" may have saved all of it, and counts more. */
  const saveDirty = (): Promise<unknown> =>
    inTurn(() => (isDirty() ? saveOnce(false) : Promise.resolve(undefined)));

  const saveWhenDirty = useEffectEvent(() => {
    if (!conflict && isDirty()) void saveDirty();
    else setSaveState((now) => (now === 'typing' ? 'saved' : now));
  });
  useEffect(() => {
    const timer = setTimeout(() => saveWhenDirty(), SAVE_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [values]);
  useEffect(() => {
    if (saveState !== 'offline') return;
    const timer = setInterval(() => saveWhenDirty(), RETRY_MS);
    return () => clearInterval(timer);
  }, [saveState]);

  // The page goes: what was typed within the last second goes along.
  const saveAtLast = useEffectEvent(() => {
    if (conflict || !isDirty()) return;
    void saveStep(draftId, toSave(false), newKey(), true).catch(() => undefined);
  });
  const flush = useEffectEvent(() => {
    if (!conflict && isDirty()) onFlush(saveDirty());
  });
  useEffect(() => {
    const atLast = (): void => saveAtLast();
    window.addEventListener('pagehide', atLast);
    return () => {
      window.removeEventListener('pagehide', atLast);
      flush();
    };
  }, []);

  return {
    screens,
    values,
    set,
    save,
    saveState,
    refusal,
    judged,
    merged,
    conflict,
    /** Theirs of one field; mine stays for the others. */
    takeTheirs: (clash: Clash): void => {
      const { content } = contentOf(screens, latest.current);
      show(patchTyped(screens, latest.current, content, withValueAt(content, clash.path, clash.theirs)));
    },
    settle: (): void => {
      setConflict(undefined);
      setSaveState('typing');
      show({ ...latest.current });
    },
  };
}

export type StepForm = ReturnType<typeof useStepForm>;

function readContent(state: StepState | undefined, form: FormName) {
  const { unread = {}, ...content } = state?.content ?? {};
  const own = content[form];
  return {
    content: (own ?? {}) as Values,
    unread: Object.entries(unread).map(([path, text]) => ({ path, text })),
  };
}
