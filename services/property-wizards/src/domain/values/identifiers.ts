import { isSiren, isSiret } from '@intervia/rules';

/** Numbers that carry their own check. None of them is looked up anywhere. */

const digitsOf = (text: string): string => text.replace(/[\s.]/gu, '');

/** SIREN or SIRET, as typed in. */
export function isCompanyNumber(text: string): boolean {
  const digits = digitsOf(text);
  return isSiren(digits) || isSiret(digits);
}

export const sirenOf = (text: string): string => digitsOf(text).slice(0, 9);
export const siretOf = (text: string): string => (digitsOf(text).length === 14 ? digitsOf(text) : '');

const CORSICA = { '2A': '20', '2B': '20' } as const;

/** 12 digits, of which the first two are the département. */
export function isTaxIdentifier(text: string): boolean {
  return /^\d{12}$/u.test(digitsOf(text));
}

/** Whether it names the département of the postcode; overseas the identifier begins with 97. */
export function taxIdentifierFits(text: string, postalCode: string): boolean {
  const department = postalCode.slice(0, 2);
  const expected = CORSICA[department as keyof typeof CORSICA] ?? (department === '98' ? '97' : department);
  const begins = digitsOf(text).slice(0, 2);
  return begins === expected || (expected === '20' && ['2A', '2B'].includes(begins));
}

/** ADEME's observatory: year, département, kind, then eight characters; 13 in all. */
export const isDpeNumber = (text: string): boolean =>
  /^\d{3}[0-9AB][A-Z]\d{7}[A-Z]$/u.test(text.toUpperCase());

/** SEPA creditor identifier: country, check digits, business code, national part; ISO 7064 mod 97-10. */
export function isCreditorId(text: string): boolean {
  const id = digitsOf(text).toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/u.test(id)) return false;
  const national = id.slice(7) + id.slice(0, 4);
  return mod97(national) === 1;
}

function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** RUM: SEPA's character set, at most 35, no space. */
export const isMandateReference = (text: string): boolean => /^[A-Za-z0-9+?/:().,'-]{1,35}$/u.test(text);

export const compact = (text: string): string => text.replace(/\s/gu, '').toUpperCase();

const EMAIL = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]{2,}$/u;
export const isMail = (text: string): boolean => text.length <= 254 && EMAIL.test(text);
