import type { Draft } from '../drafts/draft.js';
import { formOf } from '../drafts/draft.js';
import { registerKey } from '../drafts/known.js';
import type { Known } from '../drafts/known.js';
import type { MandateStep, OwnerAccountStep, OwnerStep } from '../forms/mandate-forms.js';
import { RULES } from '../rules/rows.js';
import { ruleOn } from '../rules/rule.js';
import { isDate } from '../values/dates.js';
import { LONGEST_NAME, LONGEST_TEXT } from './inspector.js';
import type { Inspector } from './inspector.js';
import { checkAccount, checkBank, checkParty, checkShares, checkTaken } from './party.js';

export function checkOwner(inspector: Inspector, { party }: OwnerStep, known: Known): void {
  checkParty(inspector, 'party', party, known, { address: true });
}

const MOST_JOINT_OWNERS = 12;

export function checkOwnerAccount(
  inspector: Inspector,
  form: OwnerAccountStep,
  draft: Draft,
  known: Known,
): void {
  checkAccount(inspector, 'account', form.account, known);
  checkBank(inspector, 'bank', form.bank, known);
  if (form.paidBy === 'TRANSFER' && (form.bank?.iban ?? '').trim() === '')
    inspector.warn('bank.iban', 'IBAN_FOR_TRANSFER');
  inspector.rows('jointOwners', form.jointOwners, MOST_JOINT_OWNERS);
  const owner = formOf(draft, 'OWNER')?.party;
  form.jointOwners.forEach((joint, index) => {
    const path = `jointOwners.${String(index)}`;
    checkParty(inspector, `${path}.party`, joint.party, known, { address: true });
    checkBank(inspector, `${path}.bank`, joint.bank, known);
    const id = joint.party?.partyId ?? '';
    const others = [owner, ...form.jointOwners.slice(0, index).map(({ party }) => party)];
    if (id !== '' && others.some((other) => other?.partyId === id)) {
      inspector.fault(`${path}.party.partyId`, 'PARTY_TWICE');
    }
    if (joint.accountNumber?.typed && form.account) {
      checkTaken(
        inspector,
        `${path}.accountNumber`,
        known,
        'ACCOUNT_NUMBER',
        form.account.entityId,
        joint.accountNumber.value,
      );
    }
  });
  if (form.jointOwners.length > 0) {
    checkShares(inspector, [
      ['share', form.share],
      ...form.jointOwners.map(({ share }, index) => [`jointOwners.${String(index)}.share`, share] as const),
    ]);
  }
}

export function checkMandate(inspector: Inspector, form: MandateStep, known: Known): void {
  const card = known.cards.find(({ id }) => id === form.cardId);
  if (inspector.required('cardId', form.cardId)) {
    if (!card) inspector.fault('cardId', 'CARD_UNKNOWN');
    else if (!card.mentions.includes('G')) inspector.fault('cardId', 'CARD_WITHOUT_MENTION');
    else if (isDate(form.signedOn) && card.validUntil && card.validUntil < form.signedOn) {
      inspector.warn('cardId', 'CARD_EXPIRED', { on: card.validUntil });
    }
  }
  if (form.number?.typed) {
    inspector.code('number', form.number, 40);
    // From there on numbers are the register's to give.
    const next = known.nextNumbers.get(registerKey(form.cardId, 'G')) ?? Infinity;
    if (/^\d+$/u.test(form.number.value) && Number(form.number.value) >= next) {
      inspector.fault('number', 'MANDATE_NUMBER_OF_REGISTER', { next: String(next) });
    }
    checkTaken(
      inspector,
      'number',
      known,
      'MANDATE_NUMBER',
      registerKey(form.cardId, 'G'),
      form.number.value,
    );
  }
  if (inspector.requiredDate('signedOn', form.signedOn))
    inspector.notFuture('signedOn', form.signedOn, known.today);
  inspector.requiredDate('effectOn', form.effectOn);
  inspector.order(form.signedOn, form.effectOn, 'effectOn');
  inspector.range('lengthMonths', form.lengthMonths, 0, 1_200);
  inspector.range('noticeMonths', form.noticeMonths, 0, 120);
  inspector.text('nature', form.nature, LONGEST_NAME);
  inspector.texts({ powers: form.powers, remarks: form.remarks }, LONGEST_TEXT);
  inspector.text('provisionsAccount', form.provisionsAccount, 20);
  inspector.amounts({
    lettingFeeCents: form.lettingFeeCents,
    spendingCeilingCents: form.spendingCeilingCents,
  });
  checkLawOfMandate(inspector, form, known);
}

/** A mandate states the powers, expressly that of receiving money, the fees, and how often accounts are rendered. */
function checkLawOfMandate(inspector: Inspector, form: MandateStep, known: Known): void {
  const on = isDate(form.signedOn) ? form.signedOn : known.today;
  if (!form.mayReceiveMoney) inspector.law(ruleOn(RULES, 'mandate.money', on), 'mayReceiveMoney');
  if (form.accountsRendered === '') inspector.law(ruleOn(RULES, 'mandate.accounts', on), 'accountsRendered');
  const { rate = 0, vat = 0 } = form.managementFee ?? {};
  inspector.range('managementFee.rate', rate, 0, 10_000);
  inspector.range('managementFee.vat', vat, 0, 10_000);
  if (rate === 0 && form.lettingFeeCents === 0)
    inspector.law(ruleOn(RULES, 'mandate.fees', on), 'managementFee.rate');
}
