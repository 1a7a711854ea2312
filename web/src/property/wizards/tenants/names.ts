import type { DraftRow } from '../../api/types.js';
import { DRAFTS } from '../../fr/wizards.js';
import { railOf } from '../plan/plan.js';
import type { StepCode, WizardCode } from '../plan/wizard.js';

export function nameOfDraft({ title }: Pick<DraftRow, 'title'>): string {
  return title || DRAFTS.untitled;
}

/** "3. Mandat" */
export function stepName(wizard: WizardCode, code: StepCode | undefined): string {
  const found = railOf(wizard).find(({ screens }) => screens.some(({ step }) => step === code));
  return found ? `${found.number}. ${found.short}` : '';
}
