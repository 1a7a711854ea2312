import { STEPS } from '../forms/content.js';
import type { Form, Step } from '../forms/content.js';
import { EMPTY, EMPTY_ACCOUNT, EMPTY_PARTY } from '../forms/empty.js';
import type { LeaseKind } from '../forms/tenant-forms.js';
import { isDwelling } from '../rent/revision.js';
import { energyClass } from '../rent/energy-class.js';
import { lengthRule, noticeMonths } from '../rules/lease-lengths.js';
import { ruleOn, valueOf } from '../rules/rule.js';
import { RULES } from '../rules/rows.js';
import { isDate } from '../values/dates.js';
import type { Draft, StepState } from './draft.js';
import { formOf, stepOf } from './draft.js';
import type { Known, KnownUnit } from './known.js';

/** The kind that the unit suggests. */
function leaseKind(unit: KnownUnit | undefined): LeaseKind {
  if (unit?.kind === 'COMMERCIAL') return 'COMMERCIAL';
  if (unit?.kind === 'PARKING' || unit?.kind === 'CELLAR') return 'CIVIL';
  return unit?.furnished ? 'FURNISHED' : 'UNFURNISHED';
}

type Proposals = { readonly [S in Step]: (draft: Draft, known: Known) => Form };

/** What a step shows before anybody typed on it. */
const PROPOSALS: Proposals = {
  OWNER: () => ({ party: { ...EMPTY_PARTY, kind: 'PERSON' } }),
  OWNER_ACCOUNT: (_, { entities }) => ({
    ...EMPTY.OWNER_ACCOUNT,
    account: { ...EMPTY_ACCOUNT, entityId: entities.length === 1 ? (entities[0]?.id ?? '') : '' },
    paidBy: 'TRANSFER',
    statement: 'MONTHLY',
  }),
  MANDATE: (_, { cards }) => {
    const fit = cards.filter(({ mentions }) => mentions.includes('G'));
    return {
      ...EMPTY.MANDATE,
      cardId: fit.length === 1 ? (fit[0]?.id ?? '') : '',
      lengthMonths: 12,
      tacitRenewal: true,
      noticeMonths: 3,
      nature: 'Gestion locative',
      managementFee: { rate: 0, vat: 2000 },
      accountsRendered: 'MONTHLY',
    };
  },
  UNIT: () => EMPTY.UNIT,
  TENANT_PARTY: () => ({ party: { ...EMPTY_PARTY, kind: 'PERSON' } }),
  TENANT_ACCOUNT: (draft, { units }) => {
    const unit = units.get(draft.unitId);
    return {
      ...EMPTY.TENANT_ACCOUNT,
      kind: leaseKind(unit),
      furnished: unit?.furnished ?? false,
      account: {
        ...EMPTY_ACCOUNT,
        entityId: unit?.entityId ?? '',
        managerId: unit?.managerId ?? '',
        accountantId: unit?.accountantId ?? '',
        assistantId: unit?.assistantId ?? '',
      },
    };
  },
  RENT_CALL: (draft, { units, entities }) => {
    const entityId = formOf(draft, 'TENANT_ACCOUNT')?.account?.entityId;
    return {
      ...EMPTY.RENT_CALL,
      periodicity: formOf(draft, 'TENANT_ACCOUNT')?.kind === 'COMMERCIAL' ? 'QUARTERLY' : 'MONTHLY',
      timing: 'IN_ADVANCE',
      permanentLines: units.get(draft.unitId)?.referenceLines ?? [],
      proRata: entities.find(({ id }) => id === entityId)?.proRata ?? 'ACTUAL_DAYS',
    };
  },
  LEASE: (draft, known) => {
    const account = formOf(draft, 'TENANT_ACCOUNT');
    const kind = account?.kind ?? leaseKind(known.units.get(draft.unitId));
    const furnished = account?.furnished ?? false;
    const from = formOf(draft, 'RENT_CALL')?.from ?? '';
    const rule = ruleOn(RULES, lengthRule(kind, furnished), isDate(from) ? from : known.today);
    const isIrl = isDwelling(kind) && kind !== 'MOBILITY';
    const letter = energyClass(known.units.get(draft.unitId)?.energy);
    return {
      ...EMPTY.LEASE,
      effectOn: isDate(from) ? from : '',
      lengthMonths: rule ? valueOf(rule, 'months') : 0,
      noticeMonths: noticeMonths(kind, furnished),
      use: isDwelling(kind) ? 'Habitation' : '',
      index: kind === 'COMMERCIAL' ? 'ILC' : isIrl ? 'IRL' : 'NONE',
      referenceQuarter: isIrl ? (known.indices.find(({ index }) => index === 'IRL')?.quarter ?? '') : '',
      frozen: isIrl && (letter === 'F' || letter === 'G'),
    };
  },
  DEPOSIT: (draft, { units }) => {
    const kind = formOf(draft, 'TENANT_ACCOUNT')?.kind ?? '';
    const amountCents = kind === 'MOBILITY' ? 0 : (units.get(draft.unitId)?.depositCents ?? 0);
    return { ...EMPTY.DEPOSIT, amountCents, heldBy: 'AGENCY' };
  },
  VARIOUS: () => EMPTY.VARIOUS,
};

/** Steps that were never saved, as they are proposed: version 0. */
export function proposedSteps(draft: Draft, known: Known): StepState[] {
  return STEPS[draft.wizard]
    .filter((step) => !stepOf(draft, step) && !(draft.wizard === 'MANDATE' && step === 'UNIT'))
    .map((step) => ({
      step,
      itemId: '',
      version: 0,
      validated: false,
      form: PROPOSALS[step](draft, known),
      unread: {},
      savedBy: draft.createdBy,
      savedAt: draft.createdAt,
      commandId: '',
    }));
}
