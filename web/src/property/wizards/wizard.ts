import type { Step } from '../forms/field.js';

export type WizardCode = 'MANDATE' | 'TENANT' | 'UNIT';

export type StepCode =
  | 'OWNER'
  | 'OWNER_ACCOUNT'
  | 'MANDATE'
  | 'UNIT'
  | 'TENANT_PARTY'
  | 'TENANT_ACCOUNT'
  | 'RENT_CALL'
  | 'LEASE'
  | 'DEPOSIT'
  | 'VARIOUS';

/** One screen of a wizard. Several may be of one step of the contract, whose content they share: those of a unit. */
export interface WizardScreen extends Step {
  step: StepCode;
}
