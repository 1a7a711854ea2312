import type { MandateStep, OwnerAccountStep, OwnerStep, UnitStep } from './mandate-forms.js';
import type {
  DepositStep,
  LeaseStep,
  RentCallStep,
  TenantAccountStep,
  TenantPartyStep,
  VariousStep,
} from './tenant-forms.js';

/** The form of each step. */
export interface Forms {
  OWNER: OwnerStep;
  OWNER_ACCOUNT: OwnerAccountStep;
  MANDATE: MandateStep;
  UNIT: UnitStep;
  TENANT_PARTY: TenantPartyStep;
  TENANT_ACCOUNT: TenantAccountStep;
  RENT_CALL: RentCallStep;
  LEASE: LeaseStep;
  DEPOSIT: DepositStep;
  VARIOUS: VariousStep;
}

export type Step = keyof Forms;
export type Form = Forms[Step];

export type Wizard = 'MANDATE' | 'TENANT' | 'UNIT';

/** In the order of the manual. */
export const STEPS: Readonly<Record<Wizard, readonly Step[]>> = {
  MANDATE: ['OWNER', 'OWNER_ACCOUNT', 'MANDATE', 'UNIT'],
  TENANT: ['TENANT_PARTY', 'TENANT_ACCOUNT', 'RENT_CALL', 'LEASE', 'DEPOSIT', 'VARIOUS'],
  UNIT: ['UNIT'],
};

/** Faults block, warnings tell. The path is dotted, in the step's form. */
export interface Finding {
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  /** Id of the rule of the law; '' for others. */
  readonly rule: string;
}

export interface Findings {
  readonly faults: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** A code or number, and how it was made. */
export interface Computed {
  readonly path: string;
  readonly value: string;
  readonly how: string;
  readonly of: Readonly<Record<string, string>>;
  readonly provisional: boolean;
}
