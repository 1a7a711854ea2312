import { useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Draft } from '../api/types.js';
import { WIZARD } from '../fr/wizards.js';
import { isKept } from './units/draft-units.js';
import { pathOfEnd } from './plan/paths.js';
import { AND_THEN, firstOf, railOf, screenOfPath, screensOf, showsPath, UNITS } from './plan/plan.js';
import type { RailStep } from './plan/plan.js';
import { lastTouched } from './plan/windows.js';
import type { StepCode, WizardScreen } from './plan/wizard.js';

/**
 * Where one is in a wizard. It stands in the address, so that the browser's back button is "étape précédente" and a reload
 * comes back to the same screen.
 */
export function useWizardPlace(draft: Draft) {
  const [params] = useSearchParams();
  const { state: passed } = useLocation() as { state: { goTo?: string } | null };
  const navigate = useNavigate();
  const rail = railOf(draft.wizard);
  const begin = useRef(beginning(draft));
  const stepId = params.get('step') ?? begin.current.stepId;
  const step = rail.find(({ id }) => id === stepId) ?? firstOf(rail);
  const itemId = step.perUnit ? (params.get('unit') ?? (params.has('step') ? '' : begin.current.itemId)) : '';
  const screenId = params.get('screen');
  const screens: readonly WizardScreen[] = step.perUnit && itemId === '' ? [] : step.screens;
  const screen = screens.find(({ id }) => id === screenId) ?? screens[0];
  const [flushing, setFlushing] = useState(0);

  const show = (
    to: { step: string; unit?: string; screen?: string },
    replace = false,
    goTo?: string,
  ): void => {
    const query = new URLSearchParams({ step: to.step });
    if (to.unit) query.set('unit', to.unit);
    if (to.screen) query.set('screen', to.screen);
    void navigate({ search: `?${query}` }, { replace, state: goTo ? { goTo } : null });
  };
  const open = (to: RailStep): void => show({ step: to.id });
  const at = screen ? screens.indexOf(screen) : -1;
  const railAt = rail.indexOf(step);
  const isLastScreen = at === screens.length - 1;
  const following = rail[railAt + 1];
  const before = rail[railAt - 1];

  const previous = (): void => {
    if (at > 0) return show({ step: step.id, unit: itemId, screen: screens[at - 1]?.id });
    if (step.perUnit && itemId !== '') return show({ step: step.id });
    if (before) show({ step: before.id });
  };

  return {
    step,
    screen,
    itemId,
    goTo: passed?.goTo,
    window: screens.length > 1 && step.perUnit ? WIZARD.window(at + 1, screens.length) : undefined,
    /** Whether the content of the step is whole after this screen. */
    isLastOfStep: screens[at + 1]?.step !== screen?.step && following?.screens[0]?.step !== screen?.step,
    nextLabel: nextLabelOf(draft, step, isLastScreen, following === undefined),
    previous: railAt > 0 || at > 0 || (step.perUnit && itemId !== '') ? previous : undefined,
    next: (toList: () => void): void => {
      if (!isLastScreen) return show({ step: step.id, unit: itemId, screen: screens[at + 1]?.id });
      if (step.perUnit) return show({ step: step.id });
      if (following) return show({ step: following.id });
      // The last step of a tenant leads back to the list of units; that of a unit makes its files.
      if (draft.wizard === 'UNIT') void navigate(pathOfEnd(draft.id), { state: { begins: true } });
      else toList();
    },
    open,
    openUnit: (id: string): void => show({ step: UNITS, unit: id }),
    openUnits: (): void => show({ step: UNITS }),
    openAndThen: (): void => show({ step: AND_THEN }),
    goToFault: (code: StepCode, unit: string, path: string): void => {
      const found = screenOfPath(draft.wizard, code, path);
      const railStep = rail.find(({ screens: own }) => own.some(({ id }) => id === found?.id));
      if (railStep)
        show(
          { step: railStep.id, unit: railStep.perUnit ? unit : undefined, screen: found?.id },
          false,
          path,
        );
    },
    isDone: (to: RailStep): boolean => isRailStepDone(draft, to, railAt),
    isReached: (to: RailStep): boolean =>
      rail.slice(0, rail.indexOf(to)).every((earlier) => isRailStepDone(draft, earlier, railAt)),
    isFlushing: flushing > 0,
    /** The next form waits for what the last one still saves. */
    flush: (saving: Promise<unknown>): void => {
      setFlushing((n) => n + 1);
      void saving.finally(() => setFlushing((n) => n - 1));
    },
  };
}

export type WizardPlace = ReturnType<typeof useWizardPlace>;

function nextLabelOf({ wizard }: Draft, step: RailStep, isLastScreen: boolean, isLastStep: boolean): string {
  if (!isLastScreen) return WIZARD.next;
  if (step.perUnit) return WIZARD.backToUnits;
  if (!isLastStep) return WIZARD.next;
  return wizard === 'UNIT' ? WIZARD.save : WIZARD.backToTenants;
}

/** Where the draft stopped. */
function beginning({ wizard, resumeStep, resumeItemId, complete, steps }: Draft): {
  stepId: string;
  itemId: string;
} {
  const rail = railOf(wizard);
  const first = rail[0]?.id ?? '';
  if (wizard === 'MANDATE' && complete) return { stepId: AND_THEN, itemId: '' };
  if (resumeStep === undefined) return { stepId: first, itemId: '' };
  if (wizard === 'UNIT') return { stepId: rail[lastWindow(steps)]?.id ?? first, itemId: '' };
  const found = rail.find(({ screens }) => screens.some(({ step }) => step === resumeStep));
  // The screen of a unit only once that unit was begun: else their list, with its "+".
  const isBegun = steps.some(
    ({ itemId, step }) => step === 'UNIT' && itemId !== '' && itemId === resumeItemId,
  );
  return { stepId: found?.id ?? first, itemId: isBegun ? resumeItemId : '' };
}

/** "Nouveau lot": how far one came on its windows. */
function lastWindow(steps: Draft['steps']): number {
  return lastTouched(screensOf('UNIT'), steps.find(({ step }) => step === 'UNIT')?.content?.unit);
}

function isRailStepDone(draft: Draft, { id, number, screens }: RailStep, current: number): boolean {
  if (id === AND_THEN) return false;
  // Its windows are one step: one is done once another was gone on to, and nothing is wrong on it.
  if (draft.wizard === 'UNIT') {
    const isPassed = number - 1 < Math.max(current, lastWindow(draft.steps));
    const faults = draft.steps.flatMap((state) => state.faults);
    return isPassed && !faults.some(({ path }) => screens.some((screen) => showsPath(screen, path)));
  }
  const codes = new Set(screens.map(({ step }) => step));
  const states = draft.steps.filter((state) => codes.has(state.step) && isKept(state));
  return states.length > 0 && states.every(({ done }) => done);
}
