import {
  breakable,
  briefDateTime,
  clockTime,
  duration as tiedDuration,
  longDateTime,
} from '@intervia/french';
import * as phones from '@intervia/french/phones';

const CENTS = 100;

/** mardi 24 novembre 2026 à 14 h 30 */
export const longDate = (date: Date): string => breakable(longDateTime(date));

/** 24/11 à 14 h 30 */
export const shortDate = briefDateTime;

/** 10 h 45 */
export const timeOfDay = (date: Date): string => breakable(clockTime(date));

/** 45 min, 1 h, 1 h 30 */
export const duration = (minutes: number): string => breakable(tiedDuration(minutes));

/** 06 12 34 56 78, also from +33612345678; what is no number stays as it was typed. */
export const phone = (number: string): string => breakable(phones.phone(number));

export function euros(cents: number): string {
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / CENTS);
}

/** "aucun document", "1 document", "3 documents" */
export function count(number: number, one: string, many: string, none: string): string {
  if (number === 0) return none;
  return `${number} ${number === 1 ? one : many}`;
}
