import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Party, PersonSchema, ReachSchema } from '@intervia/contracts';
import { withoutInvisible } from '@intervia/french/letters';
import type { CountryCode } from '@intervia/french/phones';
import { fictionalMobileOf, mobileOf, numbersIn } from '@intervia/french/phones';
import { isEmail } from 'class-validator';
import type { FieldFault } from '../http/problem.js';
import type { PersonDto, ReachDto } from './person.dto.js';

/** How numbers are read that somebody typed in. */
export interface Numbering {
  /** Where a number without country code is from. */
  readonly region: CountryCode;
  /** Whether numbers kept for fiction pass: in demos and tests alone. */
  readonly fictional: boolean;
}

/** The postcode at the end of the address of a ticket that was opened without one of its own: "12 rue des Tilleuls, 69003 Lyon". */
export function postalCodeIn(address: string): string {
  return /\b(\d{5}) [^,]*$/.exec(address)?.[1] ?? '';
}

/** Every input that names several addresses or numbers takes `,` and `;` (specification, 18). */
export function several(text: string | undefined): string[] {
  return withoutInvisible(text ?? '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** "Jean Roux <a@exemple.fr>", "mailto:a@exemple.fr" and "a@exemple.fr b@exemple.fr" as people paste them. */
function addressesIn(part: string): string[] {
  const angled = /<([^<>]+)>$/.exec(part)?.[1];
  if (angled !== undefined) return [angled.trim()];
  const words = part.replace(/^mailto:/i, '').split(/\s+/);
  return words.every((word) => word.includes('@')) ? words : [part];
}

/** One reader is written to once: "A@exemple.fr" is "a@exemple.fr" (no provider in use tells them apart; RFC 5321, 2.4). */
function distinctMails(mails: readonly string[]): string[] {
  return [...new Map(mails.toReversed().map((mail) => [mail.toLowerCase(), mail])).values()].toReversed();
}

/** @returns E.164, or undefined when it is no mobile. */
export function mobileIn({ region, fictional }: Numbering, text: string): string | undefined {
  return mobileOf(text, region) ?? (fictional ? fictionalMobileOf(text) : undefined);
}

/** The mobiles of one part of what was typed: "06 12 34 56 78 / 07 12 34 56 78" are two. None when one is no mobile. */
function mobilesIn(numbering: Numbering, text: string): string[] {
  const whole = mobileIn(numbering, text);
  if (whole) return [whole];
  const numbers = numbersIn(text).map((found) => ({ ...found, mobile: mobileIn(numbering, found.text) }));
  const between = numbers.reduce((left, found) => left.replace(found.text, ''), text);
  const onlyNumbers = /^(?:\s|[/|&+-]|et|ou)*$/i.test(between);
  return onlyNumbers && numbers.every(({ mobile }) => mobile)
    ? numbers.flatMap(({ mobile }) => mobile ?? [])
    : [];
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
  const mails = distinctMails(several(dto.mails).flatMap(addressesIn));
  const mobiles = several(dto.mobiles).map((text) => ({ text, found: mobilesIn(numbering, text) }));
  const refuse = (part: string, code: string, value: string) =>
    faults.push({ field: `${path}${part}`, code, params: { value } });
  for (const mail of mails.filter((candidate) => !isEmail(candidate))) refuse('mails', 'INVALID_MAIL', mail);
  for (const { text } of mobiles.filter(({ found }) => found.length === 0))
    refuse('mobiles', 'INVALID_MOBILE', text);
  return { mails, mobiles: [...new Set(mobiles.flatMap(({ found }) => found))], channels: dto.channels };
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
