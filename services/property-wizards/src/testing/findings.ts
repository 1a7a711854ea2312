import type { Draft } from '../domain/drafts/draft.js';
import { evaluate } from '../domain/drafts/evaluate.js';
import { keyText } from '../domain/drafts/known.js';
import type { Known } from '../domain/drafts/known.js';
import type { Step } from '../domain/forms/content.js';
import { aKnown } from './builders.js';

/** What is wrong with a step of a draft, once its codes are settled: "path CODE". */
export function findings(draft: Draft, step: Step, known: Known = aKnown()) {
  const looked = new Set<string>();
  let evaluation = evaluate(draft, known, looked);
  while (evaluation.asked.length > 0) {
    for (const key of evaluation.asked) looked.add(keyText(key));
    evaluation = evaluate(draft, known, looked);
  }
  const view = evaluation.steps.find(({ state }) => state.step === step);
  const short = (list: readonly { path: string; code: string }[] = []) =>
    list.map(({ path, code }) => `${path} ${code}`);
  return {
    faults: short(view?.findings.faults),
    warnings: short(view?.findings.warnings),
    complete: evaluation.draft.complete,
  };
}
