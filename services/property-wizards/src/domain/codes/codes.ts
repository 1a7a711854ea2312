import { plain as folded } from '@intervia/french/letters';
import type { AccountRoot } from '../drafts/known.js';
import type { PartyForm } from '../forms/parties.js';

/** Capitals and digits only: what every ledger, file name and form of a bank takes. */
export const plain = (text: string): string =>
  folded(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '');

/** How many ways to tell namesakes apart are tried before a person has to. */
const CANDIDATES = 200;

/** The base, then with 2, 3, … at its end, never longer than it may be. */
export function candidates(base: string, longest: number): string[] {
  if (base === '') return [];
  const suffixes = Array.from({ length: CANDIDATES }, (_, index) => (index === 0 ? '' : String(index + 1)));
  return suffixes
    .filter((suffix) => suffix.length <= longest)
    .map((suffix) => base.slice(0, longest - suffix.length) + suffix);
}

const LETTERS_OF_NAME = 8;
const LETTERS_OF_FIRST_NAME = 2;
export const LONGEST_PARTY_CODE = 12;

/**
 * From the identity: eight letters of the name, two of the first name. An identity without a Latin letter or digit
 * ("株式会社", "🏠") gets a neutral code.
 */
export function partyCode({ name, firstName, kind }: Pick<PartyForm, 'name' | 'firstName' | 'kind'>): string {
  if (name.trim() === '') return '';
  const first = kind === 'COMPANY' ? '' : plain(firstName).slice(0, LETTERS_OF_FIRST_NAME);
  return plain(name).slice(0, LETTERS_OF_NAME) + first || 'TIERS';
}

/** For people: the label of an account, "LEMOINE Jeanne". */
export function partyLabel({
  name,
  firstName,
  kind,
}: Pick<PartyForm, 'name' | 'firstName' | 'kind'>): string {
  const last = name.trim().toLocaleUpperCase('fr');
  return kind === 'COMPANY' || firstName.trim() === '' ? last : `${last} ${firstName.trim()}`;
}

export const DEFAULT_ROOTS: Readonly<Record<AccountRoot['kind'], AccountRoot>> = {
  TENANT: { kind: 'TENANT', root: '411', length: 0, padded: false },
  OWNER: { kind: 'OWNER', root: '467', length: 0, padded: false },
};

const LONGEST_ACCOUNT = 20;

/** Root, zeros where the entity wants them, then the party's code: what does not fit the length is cut. */
export function accountNumbers({ root, length, padded }: AccountRoot, code: string): string[] {
  if (code === '') return [];
  const room = Math.max(1, (length || LONGEST_ACCOUNT) - root.length);
  return candidates(code, room).map(
    (rest) => root + (padded && length > 0 ? rest.padStart(room, '0') : rest),
  );
}

/** Said of every second building: a code of these letters would tell none from the other. */
const GENERIC = new Set([
  'RESIDENCE',
  'IMMEUBLE',
  'COPROPRIETE',
  'VILLA',
  'LE',
  'LA',
  'LES',
  'L',
  'DU',
  'DES',
  'DE',
  'D',
]);
export const LONGEST_BUILDING_CODE = 8;

/** A building's: eight letters of its name, without the words that many share. */
export function buildingCode(name: string): string {
  if (name.trim() === '') return '';
  const words = name.split(/[\s'’-]+/u).map(plain);
  const telling = words.filter((word) => !GENERIC.has(word)).join('') || words.join('');
  return telling.slice(0, LONGEST_BUILDING_CODE) || 'IMMEUBLE';
}

/** A dot and a number tell units of the same RCP and PLAN apart. */
export const dotted = (base: string): string[] =>
  base === ''
    ? []
    : Array.from({ length: CANDIDATES }, (_, at) => (at === 0 ? base : `${base}.${String(at + 1)}`));

const part = (text: string): string => text.trim().toUpperCase().replace(/\s+/gu, '');

/** Building, number of the co-ownership rules, number of the plan. */
export function physicalCode(building: string, rcp: string, plan: string): string {
  if (building === '' || (rcp.trim() === '' && plan.trim() === '')) return '';
  return [building, part(rcp), part(plan)].filter(Boolean).join('-').slice(0, 40);
}

/** Building and number of the plan, which people say; of the rules where there is no plan. */
export function managementCode(building: string, rcp: string, plan: string): string {
  const number = part(plan) || part(rcp);
  return building === '' || number === '' ? '' : `${building}-${number}`.slice(0, 40);
}

/** RUM: new for each contract, at most 35 characters of SEPA's set. */
export const mandateReference = (accountNumber: string, contract: string): string =>
  accountNumber === '' ? '' : `${plain(accountNumber).slice(0, 20)}-${plain(contract).slice(0, 12)}`;

const TITLES = {
  MR: 'Monsieur',
  MRS: 'Madame',
  COUPLE: 'Madame et Monsieur',
  UNDIVIDED: 'Indivision',
  COMPANY: '',
} as const;

/** "Madame Jeanne Lemoine": how letters begin. */
export function correspondent({ gender, name, firstName, kind }: PartyForm): string {
  const title = gender === '' ? '' : TITLES[gender];
  return [title, kind === 'COMPANY' ? '' : firstName.trim(), name.trim()].filter(Boolean).join(' ');
}
