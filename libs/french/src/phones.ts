import type { CountryCode } from 'libphonenumber-js/max';
import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { NBSP } from './spaces.js';

export type { CountryCode };

/** Overseas postcodes, whose national numbers are their own (La Poste; E.164). The longer beginning comes first. */
const OVERSEAS: readonly (readonly [postcode: string, country: CountryCode])[] = [
  ['97150', 'MF'],
  ['97133', 'BL'],
  ['971', 'GP'],
  ['972', 'MQ'],
  ['973', 'GF'],
  ['974', 'RE'],
  ['975', 'PM'],
  ['976', 'YT'],
  ['986', 'WF'],
  ['987', 'PF'],
  ['988', 'NC'],
];

/** Where a number without country code is from: a postcode tells. */
export const regionOf = (postalCode: string): CountryCode =>
  OVERSEAS.find(([beginning]) => postalCode.startsWith(beginning))?.[1] ?? 'FR';

/**
 * Mobiles that are dialled as French ones and belong overseas (Arcep, plan national de numérotation): the provider of
 * SMS wants their own country code. 06 39 98 is kept for fiction, in the mainland.
 */
const OVERSEAS_MOBILES: readonly (readonly [national: RegExp, countryCode: string])[] = [
  [/^6(?:39(?!98)|9[23])\d{6}$/, '262'],
  [/^69[01]\d{6}$/, '590'],
  [/^694\d{6}$/, '594'],
  [/^69[67]\d{6}$/, '596'],
];

const MOBILE_TYPES: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

function overseasMobile(number: string): string | undefined {
  const national = number.replace(/^\+(?:33|262|59[046])/, '');
  const code = OVERSEAS_MOBILES.find(([pattern]) => pattern.test(national))?.[1];
  return code && `+${code}${national}`;
}

/** @returns E.164, or undefined for what is no mobile. Without a country code it is of `region`, else dialled as in the mainland. */
export function mobileOf(text: string, region: CountryCode = 'FR'): string | undefined {
  for (const country of new Set<CountryCode>([region, 'FR'])) {
    const parsed = parsePhoneNumberFromString(text.trim(), country);
    if (!parsed) continue;
    const overseas = overseasMobile(parsed.number);
    if (overseas) return overseas;
    if (parsed.isValid() && MOBILE_TYPES.has(parsed.getType())) return parsed.number;
  }
  return undefined;
}

/** @returns E.164, or undefined for what is no number of anybody's. */
export function phoneOf(text: string, region: CountryCode): string | undefined {
  const number = parsePhoneNumberFromString(text.trim(), region);
  return number?.isValid() ? number.number : undefined;
}

/** Mobiles that Arcep keeps for fiction (décision 2018-0881): demo agencies have no other. The library knows only real ones. */
export function fictionalMobileOf(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text.trim(), 'FR')?.number;
  return number && /^\+3363998\d{4}$/.test(number) ? number : undefined;
}

/** A number in what somebody typed: "01 99 00 12 34 poste 12" → its digits, and where they stand. */
export interface FoundNumber {
  /** As it is dialled: "0199001234", "+33612345678". */
  dial: string;
  /** As it was typed. */
  text: string;
}

/** The numbers that a text names: "06 12 34 56 78 ou 04 65 71 90 00" names two. */
export function numbersIn(text: string): FoundNumber[] {
  const found = findPhoneNumbersInText(text, { defaultCountry: 'FR', extended: true });
  const numbers = found.map(({ number, startsAt, endsAt }) => {
    const typed = text.slice(startsAt, endsAt);
    const isNational = !/^\s*(?:\+|00)/.test(typed) && number.countryCallingCode === '33';
    return { dial: isNational ? `0${number.nationalNumber}` : String(number.number), text: typed };
  });
  return numbers.length > 0 ? numbers : shortNumber(text);
}

/** "3977", "18": too short for a country's plan, and still dialled. */
function shortNumber(text: string): FoundNumber[] {
  const dial = text.replaceAll(/[\s.-]/g, '');
  return /^\d{2,6}$/.test(dial) ? [{ dial, text }] : [];
}

/** "+33612345678" → "06 12 34 56 78"; another form, also a foreign number, is left as it is. */
export function phone(number: string): string {
  const french = /^(?:\+33|0)([1-9]\d{8})$/u.exec(number.replace(/[\s.-]/gu, '').replace('(0)', ''));
  return french ? `0${french[1]}`.replace(/(\d\d)(?=\d)/gu, `$1${NBSP}`) : number;
}
