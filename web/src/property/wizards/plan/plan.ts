import type { PropertyStepContent } from '../../../api/types.js';
import { MANDATE, OWNER, OWNER_ACCOUNT } from '../fields/mandate-steps.js';
import { TENANT_SCREENS } from '../fields/tenant-screens.js';
import { MANDATE_UNIT_SCREENS, UNIT_SCREENS } from '../fields/unit-screens.js';
import type { StepCode, WizardCode, WizardScreen } from './wizard.js';

/** What stands on the rail at the left: one entry a step of the manual. */
export interface RailStep {
  id: string;
  number: number;
  short: string;
  screens: readonly WizardScreen[];
  /** Its screens are gone through for each unit, and end in their list. */
  perUnit?: boolean;
}

const single = (number: number, screen: WizardScreen): RailStep => ({
  id: screen.id,
  number,
  short: screen.short,
  screens: [screen],
});

export const UNITS = 'units';
export const AND_THEN = 'and-then';

const RAILS: Readonly<Record<WizardCode, readonly RailStep[]>> = {
  MANDATE: [
    ...[OWNER, OWNER_ACCOUNT, MANDATE].map((screen, index) => single(index + 1, screen)),
    { id: UNITS, number: 4, short: 'Immeuble, lot(s)', screens: MANDATE_UNIT_SCREENS, perUnit: true },
    { id: AND_THEN, number: 5, short: 'Et après…', screens: [] },
  ],
  // The first step of "Nouveau locataire" is the choice of the units, the last one its list.
  TENANT: TENANT_SCREENS.map((screen, index) => single(index + 2, screen)),
  // Step 0 of "Nouveau lot" is the choice of the mandate.
  UNIT: UNIT_SCREENS.map((screen, index) => single(index + 1, screen)),
};

export function firstOf(rail: readonly RailStep[]): RailStep {
  const [first] = rail;
  if (!first) throw new Error('A wizard without steps');
  return first;
}

export function railOf(wizard: WizardCode): readonly RailStep[] {
  return RAILS[wizard];
}

/** In the order in which they are gone through. */
export function screensOf(wizard: WizardCode): readonly WizardScreen[] {
  return RAILS[wizard].flatMap(({ screens }) => screens);
}

/** The screens that share one content. */
export function screensOfStep(wizard: WizardCode, step: StepCode): readonly WizardScreen[] {
  return screensOf(wizard).filter((screen) => screen.step === step);
}

export type FormName = keyof Omit<PropertyStepContent, 'unread'>;

/** The case of the contract's oneof that holds the content of a step. */
export const FORM_OF_STEP: Readonly<Record<StepCode, FormName>> = {
  OWNER: 'owner',
  OWNER_ACCOUNT: 'ownerAccount',
  MANDATE: 'mandate',
  UNIT: 'unit',
  TENANT_PARTY: 'tenantParty',
  TENANT_ACCOUNT: 'tenantAccount',
  RENT_CALL: 'rentCall',
  LEASE: 'lease',
  DEPOSIT: 'deposit',
  VARIOUS: 'various',
};

/** The first screen that shows a path of a step; the step's first one when none does. */
export function screenOfPath(wizard: WizardCode, step: StepCode, path: string): WizardScreen | undefined {
  const screens = screensOfStep(wizard, step);
  return screens.find((screen) => showsPath(screen, path)) ?? screens[0];
}

/** Whether a fault at the path is mended on this screen. */
export function showsPath({ sections }: WizardScreen, path: string): boolean {
  return sections.some(({ path: prefix, fields }) =>
    fields.some((field) => {
      const whole = prefix ? `${prefix}.${field.path}` : field.path;
      return path === whole || path.startsWith(`${whole}.`) || whole.startsWith(`${path}.`);
    }),
  );
}
