import type { Draft } from '../drafts/draft.js';
import { formOf } from '../drafts/draft.js';
import type { Known } from '../drafts/known.js';
import type {
  HousingAid,
  RentCallStep,
  TenantAccountStep,
  TenantPartyStep,
  VariousStep,
} from '../forms/tenant-forms.js';
import { isFlatShare } from '../rules/lease-lengths.js';
import { isDwelling } from '../rent/revision.js';
import { rentControlOn } from '../rules/rent-control.js';
import { isDate } from '../values/dates.js';
import { compact, isCreditorId, isMandateReference } from '../values/identifiers.js';
import { LONGEST_NAME, LONGEST_TEXT } from './inspector.js';
import type { Inspector } from './inspector.js';
import { checkLine, checkLines } from './lines.js';
import { checkAccount, checkBank, checkParty, checkShares } from './party.js';

const MOST_SHARERS = 12;

export function checkTenantParty(inspector: Inspector, { party }: TenantPartyStep, known: Known): void {
  checkParty(inspector, 'party', party, known, { address: false });
}

export function checkTenantAccount(inspector: Inspector, form: TenantAccountStep, known: Known): void {
  inspector.required('kind', form.kind);
  checkAccount(inspector, 'account', form.account, known);
  if (!isFlatShare(form.kind)) {
    if (form.sharers.length > 0) inspector.fault('sharers', 'SHARERS_WITHOUT_FLAT_SHARE');
    return;
  }
  if (form.sharers.length === 0) inspector.fault('sharers', 'SHARERS_MISSING');
  inspector.rows('sharers', form.sharers, MOST_SHARERS);
  form.sharers.forEach((sharer, index) => {
    const path = `sharers.${String(index)}`;
    checkParty(inspector, `${path}.party`, sharer.party, known, { address: false });
    inspector.requiredDate(`${path}.enteredOn`, sharer.enteredOn);
    checkAid(inspector, `${path}.aid`, sharer.aid);
    const id = sharer.party?.partyId ?? '';
    if (id !== '' && form.sharers.slice(0, index).some(({ party }) => party?.partyId === id)) {
      inspector.fault(`${path}.party.partyId`, 'PARTY_TWICE');
    }
  });
  // Shares may be left out altogether: the rent is then asked of all together.
  if (form.sharers.some(({ share }) => share !== 0)) {
    checkShares(
      inspector,
      form.sharers.map(({ share }, index) => [`sharers.${String(index)}.share`, share] as const),
    );
  }
}

function checkAid(inspector: Inspector, path: string, aid: HousingAid | undefined): void {
  if (!aid || (aid.kind === '' && aid.amountCents === 0)) return;
  const inner = inspector.at(path);
  inner.required('kind', aid.kind);
  inner.required('fund', aid.fund);
  inner.amount('amountCents', aid.amountCents);
  inner.required('paidTo', aid.paidTo);
  if (aid.fundCode !== '' && !/^\d{3}$/u.test(aid.fundCode)) inner.fault('fundCode', 'FUND_CODE_WRONG');
  if (aid.beneficiaryNumber !== '' && !/^[0-9A-Za-z]{1,15}$/u.test(aid.beneficiaryNumber)) {
    inner.fault('beneficiaryNumber', 'BENEFICIARY_NUMBER_WRONG');
  }
}

export function checkRentCall(inspector: Inspector, form: RentCallStep, draft: Draft, known: Known): void {
  inspector.requiredDate('from', form.from);
  inspector.required('periodicity', form.periodicity);
  checkLines(inspector, 'permanentLines', form.permanentLines);
  if (form.permanentLines.length === 0) inspector.fault('permanentLines', 'LINES_MISSING');
  if (!form.permanentLines.some(({ kind, amountCents }) => kind === 'RENT' && amountCents > 0)) {
    inspector.warn('permanentLines', 'RENT_LINE_MISSING');
  }
  checkRentControl(inspector, draft, known);
  inspector.rows(
    'temporaryLines',
    form.temporaryLines.map(({ line }) => ({ id: line?.id ?? '' })),
    30,
  );
  form.temporaryLines.forEach(({ line, from, to }, index) => {
    const inner = inspector.at(`temporaryLines.${String(index)}`);
    if (line) checkLine(inner.at('line'), line);
    inner.requiredDate('from', from);
    inner.requiredDate('to', to);
    inner.order(from, to, 'to');
  });
  const account = formOf(draft, 'TENANT_ACCOUNT');
  if (!account || !isFlatShare(account.kind)) checkAid(inspector, 'aid', form.aid);
  const monthly = form.permanentLines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (form.aid && monthly > 0 && form.aid.amountCents > monthly)
    inspector.warn('aid.amountCents', 'AID_ABOVE_RENT');
  checkDebit(inspector, form, known);
}

/** Told, never a refusal: whether the rent keeps to it is known only beside the prefect's table. */
function checkRentControl(inspector: Inspector, draft: Draft, known: Known): void {
  if (!known.rentControl || !isDwelling(formOf(draft, 'TENANT_ACCOUNT')?.kind ?? '')) return;
  const signed = dayOf(formOf(draft, 'LEASE')?.signedOn ?? '', known);
  const rule = rentControlOn(known.units.get(draft.unitId)?.postalCode ?? '', signed);
  if (rule) inspector.law(rule, 'permanentLines', { since: rule.from });
}

function checkDebit(inspector: Inspector, { debit }: RentCallStep, known: Known): void {
  if (!debit || debit.basis === '' || debit.basis === 'NONE') return;
  const inner = inspector.at('debit');
  inner.required('bank.iban', debit.bank?.iban);
  checkBank(inner, 'bank', debit.bank, known);
  inner.range('day', debit.day, 1, 28);
  const reference = debit.mandateReference?.value ?? '';
  if (inner.required('mandateReference', reference) && !isMandateReference(reference)) {
    inner.fault('mandateReference', 'MANDATE_REFERENCE_WRONG');
  }
  if (inner.required('creditorId', debit.creditorId) && !isCreditorId(compact(debit.creditorId))) {
    inner.fault('creditorId', 'CREDITOR_ID_WRONG');
  }
  if (inner.requiredDate('signedOn', debit.signedOn))
    inner.notFuture('signedOn', debit.signedOn, known.today);
}

export function checkVarious(inspector: Inspector, form: VariousStep, known: Known): void {
  inspector.texts({ insurer: form.insurer, policy: form.policy }, LONGEST_NAME);
  inspector.text('notes', form.notes, LONGEST_TEXT);
  if (
    inspector.date('insuranceExpiresOn', form.insuranceExpiresOn) &&
    form.insuranceExpiresOn < known.today
  ) {
    inspector.warn('insuranceExpiresOn', 'INSURANCE_EXPIRED');
  }
  if (form.insuranceExpiresOn === '') inspector.warn('insuranceExpiresOn', 'INSURANCE_MISSING');
  inspector.rows('alarms', form.alarms, 30);
  form.alarms.forEach((alarm, index) => {
    const inner = inspector.at(`alarms.${String(index)}`);
    inner.required('kind', alarm.kind);
    if (alarm.kind === 'OTHER') inner.required('label', alarm.label);
    inner.text('label', alarm.label, LONGEST_NAME);
    inner.requiredDate('dueOn', alarm.dueOn);
    inner.range('everyMonths', alarm.everyMonths, 0, 120);
  });
  if (form.documents.length > 50) inspector.fault('documents', 'TOO_MANY', { most: '50' });
}

/** The day that rules are judged on. */
export const dayOf = (date: string, known: Known): string => (isDate(date) ? date : known.today);
