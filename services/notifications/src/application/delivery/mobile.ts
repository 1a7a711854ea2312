import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const MOBILES: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** In E.164; nothing for what is no mobile. A number without a country is French. */
export function mobileOf(text: string): string | undefined {
  const parsed = parsePhoneNumberFromString(text, 'FR');
  return parsed?.isValid() && MOBILES.has(parsed.getType()) ? parsed.number : undefined;
}
