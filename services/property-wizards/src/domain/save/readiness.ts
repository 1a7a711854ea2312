import type { Evaluation } from '../drafts/evaluate.js';
import { STEPS } from '../forms/content.js';
import type { DraftFault } from './save.js';

/** Why a draft cannot be saved finally: steps that were never filled in, and what is wrong with the others. */
export function faultsOf({ draft, steps }: Evaluation): DraftFault[] {
  const missing = STEPS[draft.wizard]
    .filter((step) => !draft.steps.some((one) => one.step === step))
    .map((step): DraftFault => ({
      step,
      itemId: '',
      finding: { path: '', code: step === 'UNIT' ? 'UNIT_MISSING' : 'STEP_MISSING', params: {}, rule: '' },
    }));
  const wrong = steps
    .filter(({ state }) => state.version > 0)
    .flatMap(({ state, findings }) =>
      findings.faults.map((finding): DraftFault => ({ step: state.step, itemId: state.itemId, finding })),
    );
  return [...missing, ...wrong];
}
