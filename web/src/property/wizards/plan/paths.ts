import type { WizardCode } from './wizard.js';

export const PROPERTY = '/property';

const LISTS: Readonly<Record<WizardCode, string>> = {
  MANDATE: `${PROPERTY}/mandates/new`,
  TENANT: `${PROPERTY}/tenants/new`,
  UNIT: `${PROPERTY}/units/new`,
};

/** Where a wizard begins, and its drafts are listed. */
export function listOf(wizard: WizardCode): string {
  return LISTS[wizard];
}

export function pathOfDraft(id: string): string {
  return `${PROPERTY}/drafts/${id}`;
}

export function pathOfEnd(id: string): string {
  return `${PROPERTY}/drafts/${id}/end`;
}
