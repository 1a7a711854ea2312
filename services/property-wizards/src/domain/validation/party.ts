import { LONGEST_PARTY_CODE } from '../codes/codes.js';
import type { Known } from '../drafts/known.js';
import { keyText } from '../drafts/known.js';
import type { AccountForm, BankAccount, PartyForm } from '../forms/parties.js';
import { compact, isMail, isCompanyNumber } from '../values/identifiers.js';
import type { Inspector } from './inspector.js';
import { LONGEST_NAME } from './inspector.js';

interface PartyChecks {
  readonly address: boolean;
}

/** An identity, new or existing; `address` where the next step wants one. */
export function checkParty(
  inspector: Inspector,
  path: string,
  party: PartyForm | undefined,
  known: Known,
  { address }: PartyChecks,
): void {
  const inner = inspector.at(path);
  if (!party) {
    inner.fault('name', 'REQUIRED');
    return;
  }
  if (party.partyId !== '' && !known.parties.has(party.partyId)) {
    inner.fault('partyId', 'PARTY_UNKNOWN');
    return;
  }
  inner.required('kind', party.kind);
  inner.required('name', party.name);
  if (party.name.trim() !== '' && !/[\p{L}\p{N}]/u.test(party.name))
    inner.fault('name', 'NAME_WITHOUT_LETTER');
  inner.texts({ name: party.name, firstName: party.firstName, bornAt: party.bornAt }, LONGEST_NAME);
  inner.texts(
    { legalForm: party.legalForm, profession: party.profession, employer: party.employer },
    LONGEST_NAME,
  );
  if (inner.date('bornOn', party.bornOn)) inner.notFuture('bornOn', party.bornOn, known.today);
  if (party.siret.trim() !== '' && !isCompanyNumber(party.siret)) inner.fault('siret', 'SIRET_WRONG');
  // Without a name there is no code yet: one fault is enough.
  if (party.partyId === '' && party.name.trim() !== '') {
    inner.code('code', party.code, LONGEST_PARTY_CODE + 8);
    checkTaken(inner, 'code', known, 'PARTY_CODE', '', party.code?.typed ? party.code.value : '');
  }
  inner.address('address', party.address, address && party.partyId === '');
  // It is kept as one line: nothing of it is indispensable.
  const { line1 = '', line2 = '', city = '' } = party.previousAddress ?? {};
  inner.at('previousAddress').texts({ line1, line2, city }, LONGEST_NAME);
  const postalCode = party.address?.postalCode ?? '';
  const isPhone = (text: string): boolean => known.formats.phone(text, postalCode) !== '';
  if (party.phone.trim() !== '' && !isPhone(party.phone)) inner.fault('phone', 'PHONE_WRONG');
  party.mobiles.forEach((text, at) => {
    if (!isPhone(text)) inner.fault(`mobiles.${String(at)}`, 'MOBILE_WRONG', { value: text });
  });
  party.mails.forEach((text, at) => {
    if (!isMail(text)) inner.fault(`mails.${String(at)}`, 'MAIL_WRONG', { value: text });
  });
  inner.amount('incomeCents', party.incomeCents);
  if (party.documents.length > 50) inner.fault('documents', 'TOO_MANY', { most: '50' });
}

export function checkTaken(
  inspector: Inspector,
  path: string,
  known: Known,
  kind: Parameters<typeof keyText>[0]['kind'],
  scope: string,
  value: string,
): void {
  if (value === '') return;
  if (known.taken.has(keyText({ kind, scope, value }))) inspector.fault(path, `${kind}_TAKEN`, { value });
}

export function checkBank(
  inspector: Inspector,
  path: string,
  bank: BankAccount | undefined,
  known: Known,
): void {
  const { iban = '', bic = '' } = bank ?? {};
  if (iban.trim() !== '' && !known.formats.isIban(compact(iban)))
    inspector.fault(`${path}.iban`, 'IBAN_WRONG');
  if (bic.trim() !== '' && !known.formats.isBic(compact(bic))) inspector.fault(`${path}.bic`, 'BIC_WRONG');
}

export function checkAccount(
  inspector: Inspector,
  path: string,
  account: AccountForm | undefined,
  known: Known,
): void {
  const inner = inspector.at(path);
  if (!inner.required('entityId', account?.entityId) || !account) return;
  if (!known.entities.some(({ id }) => id === account.entityId)) {
    inner.fault('entityId', 'ENTITY_UNKNOWN');
    return;
  }
  inner.code('number', account.number, 40);
  const typed = account.number?.typed ? account.number.value : '';
  checkTaken(inner, 'number', known, 'ACCOUNT_NUMBER', account.entityId, typed);
  inner.text('label', account.label?.value ?? '', LONGEST_NAME);
}

/** Shares in ten-thousandths must make the whole, each of them something. */
export function checkShares(
  inspector: Inspector,
  shares: readonly (readonly [path: string, share: number])[],
): void {
  for (const [path, share] of shares) if (share <= 0 || share > 10_000) inspector.fault(path, 'SHARE_WRONG');
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  const [first] = shares;
  if (first && sum !== 10_000 && shares.every(([, share]) => share > 0)) {
    for (const [path] of shares) inspector.fault(path, 'SHARES_NOT_WHOLE', { sum: String(sum) });
  }
}
