import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Party, PersonSchema, ReachSchema } from '@intervia/contracts';
import { isEmail } from 'class-validator';
import type { CountryCode } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { FieldFault } from '../http/problem.js';
import type { PersonDto, ReachDto } from './person.dto.js';

/** Overseas postcodes → the country code that their phone numbers have (La Poste; E.164). */
const REGION_OF_PREFIX: Readonly<Record<string, CountryCode>> = {
  971: 'GP',
  972: 'MQ',
  973: 'GF',
  974: 'RE',
  975: 'PM',
  976: 'YT',
  986: 'WF',
  987: 'PF',
  988: 'NC',
};
const MOBILE_TYPES: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** Mobiles that Arcep keeps for fiction (décision 2018-0881): demo agencies have no other. The library knows only real ones. */
const FICTIONAL_MOBILE = /^\+3363998\d{4}$/;

/** How numbers are read that somebody typed in. */
export interface Numbering {
  /** Where a number without country code is from. */
  readonly region: CountryCode;
  /** Whether numbers kept for fiction pass: in demos and tests alone. */
  readonly fictional: boolean;
}

/** Where a number without country code is from: the place's postcode tells. */
export function regionOf(postalCode: string): CountryCode {
  return REGION_OF_PREFIX[postalCode.slice(0, 3)] ?? 'FR';
}

/** The postcode at the end of a ticket's address: "12 rue des Tilleuls, 69003 Lyon". */
export function postalCodeIn(address: string): string {
  return /\b(\d{5}) [^,]*$/.exec(address)?.[1] ?? '';
}

/** Every input that names several addresses or numbers takes `,` and `;` (specification, 18). */
export function several(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** @returns E.164, or undefined when it is no mobile. */
export function mobileIn({ region, fictional }: Numbering, text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, region);
  if (!number) return undefined;
  const isMobile = number.isValid() && MOBILE_TYPES.has(number.getType());
  return isMobile || (fictional && FICTIONAL_MOBILE.test(number.number)) ? number.number : undefined;
}

/** A person as typed in → as the contracts have it; what cannot be read is added to `faults`. */
export function personOf(
  dto: PersonDto,
  field: string,
  numbering: Numbering,
  faults: FieldFault[],
): MessageInitShape<typeof PersonSchema> {
  const { partyId, name, comment, phone } = dto;
  return { partyId, name, comment, phone, reach: reachOf(dto, `${field}.`, numbering, faults) };
}

/** The same of a reach alone; `path` leads to its fields. */
export function reachOf(
  dto: ReachDto,
  path: string,
  numbering: Numbering,
  faults: FieldFault[],
): MessageInitShape<typeof ReachSchema> {
  const mails = several(dto.mails);
  const mobiles = several(dto.mobiles).map((text) => ({ text, mobile: mobileIn(numbering, text) }));
  const refuse = (part: string, code: string, value: string) =>
    faults.push({ field: `${path}${part}`, code, params: { value } });
  for (const mail of mails.filter((candidate) => !isEmail(candidate))) refuse('mails', 'INVALID_MAIL', mail);
  for (const { text } of mobiles.filter(({ mobile }) => !mobile)) refuse('mobiles', 'INVALID_MOBILE', text);
  return { mails, mobiles: mobiles.flatMap(({ mobile }) => mobile ?? []), channels: dto.channels };
}

/** A party of the directory, reached by mail where it has one, else by SMS. */
export function personOfParty({
  id,
  name,
  mails,
  mobiles,
  phone,
}: Party): MessageInitShape<typeof PersonSchema> {
  const mail = mails.length > 0;
  return {
    partyId: id,
    name,
    phone,
    reach: { mails, mobiles, channels: { mail, sms: !mail && mobiles.length > 0 } },
  };
}
