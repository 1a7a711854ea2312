/** By what somebody is found and struck out; the shape of `intervia.common.v1.PersonMarks`. */
export interface PersonMarks {
  /** Empty for somebody who was typed in. */
  readonly partyId: string;
  /** Other spellings too. */
  readonly names: readonly string[];
  readonly mails: readonly string[];
  readonly phones: readonly string[];
}

/** Stands where somebody's name stood. */
export const STRUCK_OUT = '[effacé]';

/** A shorter one would strike out half of a text. */
const SHORTEST_NAME = 3;
const NOT_IN_A_WORD = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'] as const;

/** How a person stands in a document: all that is absent is no mark. */
interface PersonLike {
  readonly partyId?: string;
  readonly name?: string;
  readonly mails?: readonly string[];
  readonly mobiles?: readonly string[];
  readonly phone?: string;
}

/** Nobody is known by a name while there is anything else to know them by: people share names. */
export function isPerson(marks: PersonMarks, { partyId, name, mails, mobiles, phone }: PersonLike): boolean {
  if (marks.partyId && partyId === marks.partyId) return true;
  if (mails?.some((mail) => marks.mails.some((known) => sameText(known, mail)))) return true;
  if ([...(mobiles ?? []), phone ?? ''].some((one) => marks.phones.some((known) => samePhone(known, one)))) {
    return true;
  }
  const hasNoOther = !marks.partyId && marks.mails.length === 0 && marks.phones.length === 0;
  return hasNoOther && name !== undefined && marks.names.some((known) => sameText(known, name));
}

/**
 * Strikes somebody out of whatever is written: names become `STRUCK_OUT`, mails, telephones and ids go. The same again
 * changes nothing. What is no plain object (a date, bytes) stays as it is.
 */
export function strikingOut(marks: PersonMarks): <T>(value: T) => T {
  const parts = [
    ...marks.mails.map(literal),
    ...marks.phones.map(phonePattern),
    ...marks.names.flatMap(namePatterns),
  ];
  const written = parts.filter((part) => part !== '');
  const pattern = written.length > 0 ? new RegExp(written.join('|'), 'giu') : undefined;
  const addresses = (text: string): boolean =>
    marks.mails.some((mail) => sameText(mail, text)) || marks.phones.some((phone) => samePhone(phone, text));

  const strike = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (addresses(value)) return '';
      return pattern ? value.replace(pattern, STRUCK_OUT) : value;
    }
    if (Array.isArray(value)) {
      return value.map(strike).filter((item, i) => item !== '' || value[i] === '');
    }
    if (!isPlain(value)) return value;
    const isRequester = value['kind'] === 'REQUESTER' && isId(value['id']);
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) =>
        (key === 'partyId' && isId(field)) || (key === 'id' && isRequester)
          ? [key, '']
          : [key, strike(field)],
      ),
    );
  };
  const isId = (value: unknown): boolean => marks.partyId !== '' && value === marks.partyId;
  return <T>(value: T) => strike(value) as T;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Written as dialled in France, or with its country code: the same number. */
function samePhone(a: string, b: string): boolean {
  const number = digitsOf(a);
  return number !== '' && number === digitsOf(b);
}

/** Empty for what is no telephone number. */
function digitsOf(phone: string): string {
  if (!/^\+?[\d\s.()/-]+$/u.test(phone)) return '';
  const digits = phone.replace(/\D/gu, '').replace(/^(?:00)?33(?=\d{9}$)/u, '0');
  return digits.length >= 8 ? digits : '';
}

const literal = (text: string): string => escaped(text.trim());

function phonePattern(phone: string): string {
  const digits = digitsOf(phone);
  if (digits === '') return '';
  const apart = (text: string): string => [...text].join('[\\s.()/-]*');
  return /^0\d{9}$/u.test(digits)
    ? `(?:(?:\\+|00)33[\\s.()/-]*(?:\\(?0\\)?)?|0)[\\s.()/-]*${apart(digits.slice(1))}(?!\\d)`
    : `\\+?${apart(digits)}(?!\\d)`;
}

/** Also with its two words the other way round. */
function namePatterns(name: string): string[] {
  const words = name.trim().split(/\s+/u);
  if (words.join(' ').length < SHORTEST_NAME) return [];
  const orders = words.length === 2 ? [words, words.toReversed()] : [words];
  const [before, after] = NOT_IN_A_WORD;
  return orders.map((order) => `${before}${order.map(escaped).join('\\s+')}${after}`);
}

/** Not the hyphen: behind a backslash, a pattern of letters takes none. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
