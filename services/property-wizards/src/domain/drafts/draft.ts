import { AppError } from '@intervia/rules';
import { STEPS } from '../forms/content.js';
import type { Form, Forms, Step, Wizard } from '../forms/content.js';
import type { Save } from '../save/save.js';

export interface UserRef {
  readonly id: string;
  readonly name: string;
}

/** One step as it was typed; of a mandate's units one for each. */
export interface StepState<S extends Step = Step> {
  readonly step: S;
  /** Of a unit of a mandate; else ''. */
  readonly itemId: string;
  readonly version: number;
  /** By "étape suivante". Whether it is still without a fault is found out anew at each reading. */
  readonly validated: boolean;
  readonly form: Forms[S];
  /** What could not be read as a number or an amount, by path. */
  readonly unread: Readonly<Record<string, string>>;
  readonly savedBy: UserRef;
  readonly savedAt: Date;
  readonly commandId: string;
}

export interface Presence {
  readonly user: UserRef;
  readonly step: Step | '';
  readonly seenAt: Date;
}

export interface Draft {
  readonly id: string;
  readonly agencyId: string;
  readonly wizard: Wizard;
  readonly unitId: string;
  readonly mandateId: string;
  readonly about: string;
  readonly presentTenants: string;
  readonly title: string;
  readonly complete: boolean;
  readonly keepable: boolean;
  readonly version: number;
  readonly steps: readonly StepState[];
  readonly resumeStep: Step;
  readonly resumeItemId: string;
  readonly createdBy: UserRef;
  readonly createdAt: Date;
  readonly savedBy: UserRef;
  readonly savedAt: Date;
  readonly presences: readonly Presence[];
  readonly save?: Save;
}

export const MOST_UNITS = 20;
export const MOST_CHOSEN_UNITS = 50;
/** Of a whole draft, in JSON. */
export const MOST_BYTES = 256 * 1024;
/** Drafts of which no step was validated are forgotten after a week. */
export const FORGET_MS = 7 * 24 * 3_600_000;
export const PRESENCE_MS = 45_000;

const ITEM_ID = /^[A-Za-z0-9_-]{1,36}$/u;

export function stepOf<S extends Step>(
  draft: Pick<Draft, 'steps'>,
  step: S,
  itemId = '',
): StepState<S> | undefined {
  return draft.steps.find((one) => one.step === step && one.itemId === itemId) as StepState<S> | undefined;
}

export const formOf = <S extends Step>(
  draft: Pick<Draft, 'steps'>,
  step: S,
  itemId = '',
): Forms[S] | undefined => stepOf(draft, step, itemId)?.form;

/** Units in the order they were added. */
export const unitsOf = (draft: Pick<Draft, 'steps'>): readonly StepState<'UNIT'>[] =>
  draft.steps.filter((one): one is StepState<'UNIT'> => one.step === 'UNIT');

export interface SavedStep {
  readonly step: Step;
  readonly itemId: string;
  readonly form: Form;
  readonly unread: Readonly<Record<string, string>>;
  readonly baseVersion: number;
  readonly next: boolean;
  readonly by: UserRef;
  readonly at: Date;
  readonly commandId: string;
}

/** While its files are made, a draft stands still. */
export function assertOpen(draft: Draft): void {
  if (draft.save?.state === 'RUNNING')
    throw new AppError('DRAFT_BEING_SAVED', 'conflict', { by: draft.save.by.name });
}

/**
 * A draft with a step as it was typed. Two people who save different steps do not meet.
 * @throws AppError STEP_NOT_OF_WIZARD, ITEM_NOT_FOUND, TOO_MANY_UNITS, STEP_CHANGED, DRAFT_BEING_SAVED
 */
export function withStep(draft: Draft, saved: SavedStep): Draft {
  assertOpen(draft);
  const { step, itemId, baseVersion, by } = saved;
  if (!STEPS[draft.wizard].includes(step)) throw new AppError('STEP_NOT_OF_WIZARD', 'invalid', { step });
  const hasItems = draft.wizard === 'MANDATE' && step === 'UNIT';
  if (hasItems ? !ITEM_ID.test(itemId) : itemId !== '') throw new AppError('ITEM_NOT_FOUND', 'not-found');
  const before = stepOf(draft, step, itemId);
  if ((before?.version ?? 0) !== baseVersion) throw stepChanged(before);
  if (hasItems && !before && unitsOf(draft).length >= MOST_UNITS) {
    throw new AppError('TOO_MANY_UNITS', 'invalid', { most: String(MOST_UNITS) });
  }
  const { next, at, form, unread, commandId } = saved;
  const state: StepState = {
    step,
    itemId,
    version: baseVersion + 1,
    // Typed on after it was validated, it stays so as long as it has no fault.
    validated: next || (before?.validated ?? false),
    form,
    unread,
    savedBy: by,
    savedAt: at,
    commandId,
  };
  const steps = before ? draft.steps.map((one) => (one === before ? state : one)) : [...draft.steps, state];
  return { ...draft, steps, version: draft.version + 1, savedBy: by, savedAt: at, save: undefined };
}

function stepChanged(before: StepState | undefined): AppError {
  return new AppError('STEP_CHANGED', 'conflict', {
    ...(before ? { by: before.savedBy.name, at: before.savedAt.toISOString() } : {}),
    version: String(before?.version ?? 0),
  });
}

/** @throws AppError ITEM_NOT_FOUND, DRAFT_BEING_SAVED */
export function withoutItem(draft: Draft, itemId: string, by: UserRef, at: Date): Draft {
  assertOpen(draft);
  if (!stepOf(draft, 'UNIT', itemId)) throw new AppError('ITEM_NOT_FOUND', 'not-found');
  const steps = draft.steps.filter((one) => !(one.step === 'UNIT' && one.itemId === itemId));
  const resume = draft.resumeItemId === itemId ? { resumeItemId: '' } : {};
  return {
    ...draft,
    ...resume,
    steps,
    version: draft.version + 1,
    savedBy: by,
    savedAt: at,
    save: undefined,
  };
}

/** Where to go on: the step that was saved, or after "étape suivante" the one that follows. */
export function resumeAfter(wizard: Wizard, step: Step, itemId: string, isDone: boolean): [Step, string] {
  const order = STEPS[wizard];
  const next = order[order.indexOf(step) + 1];
  return isDone && next ? [next, ''] : [step, isDone ? '' : itemId];
}

export const presentOthers = (draft: Draft, userId: string, now: Date): readonly Presence[] =>
  draft.presences.filter(
    ({ user, seenAt }) => user.id !== userId && now.getTime() - seenAt.getTime() < PRESENCE_MS,
  );
