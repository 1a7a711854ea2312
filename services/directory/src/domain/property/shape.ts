import type { Check } from '../checks.js';
import { atMost, id, line, mail, matching, mobile, name, phone } from '../checks.js';
import type { FieldError } from '@intervia/rules';

/** Refuses 31 February, and years that nobody means. */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year < 1800 || year > 2200 || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const day: Check = (value) => (isDay(value) ? undefined : 'INVALID_DATE');
const code = atMost(50);
const longText = atMost(5_000);

/** What a text may be, by the name of its field: the first that matches. An empty one is always well-formed. */
const TEXTS: readonly (readonly [field: RegExp, check: Check])[] = [
  [/(On|^from|^until|^since|^validUntil|^calledFrom)$/, day],
  [/^month$/, matching(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'INVALID_MONTH')],
  [/^(referenceQ|q)uarter$/, matching(/^[12]\d{3}-Q[1-4]$/, 'INVALID_QUARTER')],
  [/^(id|tenantIds|.*Id)$/, id],
  [/^mails$/, mail],
  [/^mobiles$/, mobile],
  [/^phone$/, phone],
  [/^iban$/, matching(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, 'INVALID_IBAN')],
  [/^bic$/, matching(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'INVALID_BIC')],
  [/^ics$/, matching(/^[A-Z]{2}\d{2}[A-Z0-9]{3,31}$/, 'INVALID_ICS')],
  [/^rum$/, matching(/^\S{1,35}$/, 'INVALID_RUM')],
  [/^siren$/, matching(/^\d{9}$/, 'INVALID_SIREN')],
  [/^siret$/, matching(/^\d{14}$/, 'INVALID_SIRET')],
  [/^taxIdentifier$/, matching(/^\d{12}$/, 'INVALID_TAX_IDENTIFIER')],
  [/^organisme$/, matching(/^\d{3}$/, 'INVALID_ORGANISME')],
  [/^(energy|climate)Class$/, matching(/^[A-G]$/, 'INVALID_CLASS')],
  [/^country$/, matching(/^[A-Z]{2}$/, 'INVALID_COUNTRY')],
  [/^postalCode$/, atMost(10)],
  [/^allocataireNumber$/, atMost(15)],
  [/^cafNumber$/, matching(/^[\x21-\x7e]{1,18}$/, 'INVALID_CAF_NUMBER')],
  [/^(code|number|.*Code|.*Number|root)$/, code],
  [/^(notes|remarks|specialConditions|otherPowers|reason|endReason)$/, longText],
  [/[nN]ame$/, name],
  [/./, line],
];

/** The most that a number may be, either way. A million euros, ten hectares, a hundred years. */
const NUMBERS: readonly (readonly [field: RegExp, most: number])[] = [
  // Of a sale: a house costs more than its rent.
  [/^priceCents$/, 4_000_000_000],
  [/Cents$/, 100_000_000],
  [/Bp$/, 10_000],
  [/Dm2$/, 10_000_000],
  [/[mM]onths$/, 1_200],
  [/^day$/, 28],
  [/^(builtIn)$/, 2_200],
  [/^(floors|rooms|bedrooms)$/, 300],
  [/^(share|ownShare|shareWhole)$/, 10_000_000],
  [/[vV]alue$/, 100_000],
  [/^length$/, 30],
  [/./, Number.MAX_SAFE_INTEGER],
];

/** A record is one document, with all that hangs on it. */
const MOST_ITEMS = 100;
/** Of what people and LSC write. */
const MOST_BYTES = 150_000;
/** What commands add (notices, departures, revisions) has room of its own; an answer of the bus still holds it. */
export const MOST_BYTES_WITH_COMMANDS = 200_000;

const encoder = new TextEncoder();
export const bytesOf = (record: object): number => encoder.encode(JSON.stringify(record)).length;

// Newlines and tabs are what notes are written with.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const found = <T>(rules: readonly (readonly [RegExp, T])[], field: string): T =>
  (rules.find(([pattern]) => pattern.test(field)) as readonly [RegExp, T])[1];

function faultOfText(value: string, field: string): string | undefined {
  if (value === '') return undefined;
  return CONTROL.test(value) ? 'INVALID_TEXT' : found(TEXTS, field)(value);
}

function walk(value: unknown, field: string, path: string): FieldError[] {
  if (typeof value === 'string') {
    const fault = faultOfText(value, field);
    return fault ? [{ field: path, code: fault }] : [];
  }
  if (typeof value === 'number') {
    const isSound = Number.isSafeInteger(value) && Math.abs(value) <= found(NUMBERS, field);
    return isSound ? [] : [{ field: path, code: 'OUT_OF_RANGE' }];
  }
  if (Array.isArray(value)) {
    if (value.length > MOST_ITEMS) return [{ field: path, code: 'TOO_MANY' }];
    return value.flatMap((item: unknown, at) => [
      ...(item === '' ? [{ field: `${path}.${String(at)}`, code: 'REQUIRED' }] : []),
      ...walk(item, field, `${path}.${String(at)}`),
    ]);
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, item]) => walk(item, key, `${path}.${key}`));
}

/** Every malformed field of a record, however deep. */
export const faultsOfShape = (record: object, path: string): FieldError[] =>
  bytesOf(record) > MOST_BYTES ? [{ field: path, code: 'TOO_LARGE' }] : walk(record, '', path);
