import type { Draft } from '../drafts/draft.js';
import { formOf } from '../drafts/draft.js';
import type { Known } from '../drafts/known.js';
import type { DepositStep, Guarantor } from '../forms/tenant-forms.js';
import { MONTHS_OF } from '../rent/first-call.js';
import { guaranteeOf } from '../rules/guarantee.js';
import { isFlatShare, isFurnished } from '../rules/lease-lengths.js';
import { RULES } from '../rules/rows.js';
import { ruleOn, valueOf } from '../rules/rule.js';
import { LONGEST_NAME } from './inspector.js';
import type { Inspector } from './inspector.js';
import { checkParty } from './party.js';
import { dayOf } from './tenant.js';

const MOST_GUARANTORS = 10;

export function checkDeposit(inspector: Inspector, form: DepositStep, draft: Draft, known: Known): void {
  inspector.amount('amountCents', form.amountCents);
  inspector.date('paidOn', form.paidOn);
  if (form.amountCents > 0) inspector.required('heldBy', form.heldBy);
  checkLimit(inspector, form, draft, known);
  inspector.rows('guarantors', form.guarantors, MOST_GUARANTORS);
  form.guarantors.forEach((guarantor, index) =>
    checkGuarantor(inspector.at(`guarantors.${String(index)}`), guarantor, draft, known),
  );
}

/** Months of rent without charges that a deposit may be. */
function checkLimit(inspector: Inspector, form: DepositStep, draft: Draft, known: Known): void {
  const account = formOf(draft, 'TENANT_ACCOUNT');
  const call = formOf(draft, 'RENT_CALL');
  const kind = account?.kind ?? '';
  if (form.amountCents <= 0 || kind === '' || kind === 'COMMERCIAL' || kind === 'CIVIL') return;
  const on = dayOf(formOf(draft, 'LEASE')?.effectOn ?? '', known);
  if (kind === 'MOBILITY') {
    inspector.law(ruleOn(RULES, 'deposit.mobility', on), 'amountCents');
    return;
  }
  const id = isFurnished(kind, account?.furnished ?? false) ? 'deposit.furnished' : 'deposit.unfurnished';
  const rule = ruleOn(RULES, id, on);
  const rent = (call?.permanentLines ?? [])
    .filter((line) => line.kind === 'RENT')
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  const most = rule ? valueOf(rule, 'months') * rent : 0;
  if (rent > 0 && form.amountCents > most) inspector.law(rule, 'amountCents', { most: String(most) });
  const advance = ruleOn(RULES, 'deposit.advance', on);
  const months = call?.timing === 'IN_ADVANCE' ? MONTHS_OF[call.periodicity] : 0;
  if (advance && months > valueOf(advance, 'months')) inspector.law(advance, 'amountCents');
}

function checkGuarantor(inspector: Inspector, guarantor: Guarantor, draft: Draft, known: Known): void {
  inspector.required('kind', guarantor.kind);
  if (guarantor.kind === 'PERSON' || guarantor.kind === 'COMPANY') {
    checkParty(inspector, 'party', guarantor.party, known, { address: false });
  }
  inspector.text('reference', guarantor.reference, LONGEST_NAME);
  inspector.amount('amountCents', guarantor.amountCents);
  inspector.date('from', guarantor.from);
  inspector.date('until', guarantor.until);
  inspector.order(guarantor.from, guarantor.until, 'until');
  const account = formOf(draft, 'TENANT_ACCOUNT');
  const lease = formOf(draft, 'LEASE');
  const on = dayOf(lease?.effectOn ?? '', known);
  const sharer = account?.sharers.find(({ id }) => id === guarantor.sharerId);
  if (account && isFlatShare(account.kind)) {
    if (!sharer) inspector.law(ruleOn(RULES, 'guarantee.sharer', on), 'sharerId');
  } else if (guarantor.sharerId !== '') inspector.fault('sharerId', 'SHARER_UNKNOWN');
  if (account?.kind === 'COMMERCIAL' || account?.kind === 'CIVIL') return;
  const unit = known.units.get(draft.unitId);
  const guaranteed = sharer?.party ?? formOf(draft, 'TENANT_PARTY')?.party;
  const { answer, rule } = guaranteeOf({
    companyOwner: unit?.companyOwner ?? false,
    gli: (unit?.gli ?? false) && !(lease?.gliExcluded ?? false),
    studentOrApprentice: guaranteed?.studentOrApprentice ?? false,
    guarantorKind: guarantor.kind,
  });
  if (answer !== 'ALLOWED') inspector.law(ruleOn(RULES, rule, on), 'kind');
}
