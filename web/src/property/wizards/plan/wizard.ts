import type { PropertyStep } from '../../../api/types.js';
import type { Step } from '../../forms/field.js';

export type { PropertyWizard as WizardCode, PropertyStep as StepCode } from '../../../api/types.js';

/** One screen of a wizard. Several may be of one step of the contract, whose content they share: those of a unit. */
export interface WizardScreen extends Step {
  step: PropertyStep;
}
