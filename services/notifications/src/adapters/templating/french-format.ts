import { DateTime } from 'luxon';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const ZONE = 'Europe/Paris';
const MINUTES_PER_HOUR = 60;
const CENTS = 100;

const local = (date: Date): DateTime => DateTime.fromJSDate(date).setZone(ZONE).setLocale('fr');
const hour = (date: DateTime): string => date.toFormat("H 'h' mm");

/** mardi 24 novembre 2026 à 14 h 30 */
export function longDate(date: Date): string {
  const at = local(date);
  const day = at.day === 1 ? '1er' : String(at.day);
  return `${at.toFormat('cccc')} ${day} ${at.toFormat('LLLL yyyy')} à ${hour(at)}`;
}

/** 24/11 à 14 h 30 */
export function shortDate(date: Date): string {
  const at = local(date);
  return `${at.toFormat('dd/MM')} à ${hour(at)}`;
}

/** 45 min, 1 h, 1 h 30 */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  const rest = minutes % MINUTES_PER_HOUR;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** 06 12 34 56 78, also from +33612345678; what is no number stays as it was typed. */
export function phone(number: string): string {
  const parsed = parsePhoneNumberFromString(number, 'FR');
  return parsed?.isPossible() ? parsed.formatNational() : number;
}

export function euros(cents: number): string {
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / CENTS);
}

/** "aucun document", "1 document", "3 documents" */
export function count(number: number, one: string, many: string, none: string): string {
  if (number === 0) return none;
  return `${number} ${number === 1 ? one : many}`;
}
