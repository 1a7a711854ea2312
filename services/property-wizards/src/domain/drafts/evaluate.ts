import { fill, stepKey } from '../codes/fill.js';
import { partyLabel } from '../codes/codes.js';
import { STEPS } from '../forms/content.js';
import type { Computed, Findings } from '../forms/content.js';
import { checkStep } from '../validation/check.js';
import type { Draft, StepState } from './draft.js';
import { formOf, unitsOf } from './draft.js';
import type { Key, Known } from './known.js';
import { proposedSteps } from './proposals.js';

export interface StepView {
  readonly state: StepState;
  readonly findings: Findings;
  readonly computed: readonly Computed[];
  /** Validated, and still without a fault. */
  readonly done: boolean;
}

export interface Evaluation {
  /** With computed codes in their fields. */
  readonly draft: Draft;
  /** Every step of the wizard, those never saved as they are proposed. */
  readonly steps: readonly StepView[];
  /** Codes of which it is not known yet whether they are taken. */
  readonly asked: readonly Key[];
}

/** A draft with its codes, its faults and what is proposed. */
export function evaluate(draft: Draft, known: Known, looked: ReadonlySet<string>): Evaluation {
  const proposed = proposedSteps(draft, known);
  const whole = { ...draft, steps: [...draft.steps, ...proposed] };
  const filled = fill(whole, known, looked);
  const full = { ...draft, steps: filled.steps };
  const order = STEPS[draft.wizard];
  const steps = [...filled.steps]
    .sort((one, other) => order.indexOf(one.step) - order.indexOf(other.step))
    .map((state): StepView => {
      const findings = checkStep(state, full, known);
      return {
        state,
        findings,
        computed: filled.computed.get(stepKey(state)) ?? [],
        done: state.validated && findings.faults.length === 0,
      };
    });
  const saved = filled.steps.filter(({ version }) => version > 0);
  const isComplete = order.every((step) => {
    const views = steps.filter(({ state }) => state.step === step);
    return views.length > 0 && views.every(({ done }) => done);
  });
  const kept: Draft = {
    ...draft,
    steps: saved,
    complete: isComplete,
    keepable: draft.keepable || draft.steps.some(({ validated }) => validated),
    title: titleOf({ ...draft, steps: saved }),
  };
  return { draft: kept, steps, asked: [...filled.picker.asked.values()] };
}

/** For people: whose draft it is. */
function titleOf(draft: Draft): string {
  const party = formOf(draft, 'OWNER')?.party ?? formOf(draft, 'TENANT_PARTY')?.party;
  if (party?.name.trim()) return partyLabel(party);
  const [unit] = draft.wizard === 'UNIT' ? unitsOf(draft) : [];
  return unit?.form.unit?.managementCode?.value ?? '';
}
