import type { DateTime } from 'luxon';
import { inParis } from './paris.js';
import { NBSP } from './spaces.js';

const dayOf = (at: DateTime) => `'${at.day === 1 ? '1er' : at.day}' LLLL yyyy`;
const HOUR = `H'${NBSP}h${NBSP}'mm`;

/** "mercredi 25 novembre 2026" */
export function longDate(date: Date): string {
  const at = inParis(date);
  return at.toFormat(`cccc ${dayOf(at)}`);
}

/** "mercredi 25 novembre 2026 à 14 h 30" */
export function longDateTime(date: Date): string {
  const at = inParis(date);
  return at.toFormat(`cccc ${dayOf(at)} 'à' ${HOUR}`);
}

/** "25 novembre 2026, 14 h 30" */
export function dateTime(date: Date): string {
  const at = inParis(date);
  return at.toFormat(`${dayOf(at)}, ${HOUR}`);
}

/** "25/11/2026 14:30", for columns. */
export function shortDateTime(date: Date): string {
  return inParis(date).toFormat('dd/MM/yyyy HH:mm');
}

/** "24/11 à 14 h 30", without spaces that tie: for an SMS. */
export function briefDateTime(date: Date): string {
  return inParis(date).toFormat("dd/MM 'à' H 'h' mm");
}

/** "14 h 30" */
export function clockTime(date: Date): string {
  return inParis(date).toFormat(HOUR);
}

/** "2026-11-25", as the date field of a form wants it. */
export function fieldDate(date: Date, plus: { years?: number } = {}): string {
  return inParis(date).plus(plus).toISODate() ?? '';
}

/** "45 min", "1 h", "1 h 30" */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}${NBSP}min`;
  return rest === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}`;
}
