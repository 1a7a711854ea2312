import type { Draft, StepState } from '../drafts/draft.js';
import type { Known } from '../drafts/known.js';
import type { Findings, Forms, Step } from '../forms/content.js';
import { checkDeposit } from './deposit.js';
import { Inspector } from './inspector.js';
import { checkLease } from './lease.js';
import { checkMandate, checkOwner, checkOwnerAccount } from './mandate.js';
import { checkRentCall, checkTenantAccount, checkTenantParty, checkVarious } from './tenant.js';
import { checkUnitStep } from './unit.js';

type Checks = {
  readonly [S in Step]: (
    inspector: Inspector,
    form: Forms[S],
    draft: Draft,
    known: Known,
    itemId: string,
  ) => void;
};

const CHECKS: Checks = {
  OWNER: (inspector, form, _, known) => checkOwner(inspector, form, known),
  OWNER_ACCOUNT: checkOwnerAccount,
  MANDATE: (inspector, form, _, known) => checkMandate(inspector, form, known),
  UNIT: checkUnitStep,
  TENANT_PARTY: (inspector, form, _, known) => checkTenantParty(inspector, form, known),
  TENANT_ACCOUNT: (inspector, form, _, known) => checkTenantAccount(inspector, form, known),
  RENT_CALL: checkRentCall,
  LEASE: checkLease,
  DEPOSIT: checkDeposit,
  VARIOUS: (inspector, form, _, known) => checkVarious(inspector, form, known),
};

/** What is wrong with a step, beside the others of its draft. */
export function checkStep(state: StepState, draft: Draft, known: Known): Findings {
  const inspector = new Inspector();
  for (const path of Object.keys(state.unread))
    inspector.fault(path, 'UNREADABLE', { text: state.unread[path] ?? '' });
  const check = CHECKS[state.step] as (
    inspector: Inspector,
    form: Forms[Step],
    draft: Draft,
    known: Known,
    itemId: string,
  ) => void;
  check(inspector, state.form, draft, known, state.itemId);
  return inspector.findings;
}
