import { DateTime } from 'luxon';

const ZONE = 'Europe/Paris';
const NBSP = '\u00A0';

const inParis = (date: Date) => DateTime.fromJSDate(date, { zone: ZONE }).setLocale('fr');

/** "mercredi 25 novembre 2026" */
export function longDate(date: Date): string {
  const day = inParis(date);
  return day.toFormat(`cccc '${day.day === 1 ? '1er' : day.day}' LLLL yyyy`);
}

/** "14 h 30" */
export function clockTime(date: Date): string {
  return inParis(date).toFormat(`H'${NBSP}h${NBSP}'mm`);
}

/** "25 novembre 2026, 14 h 30" */
export function dateTime(date: Date): string {
  const at = inParis(date);
  return at.toFormat(`'${at.day === 1 ? '1er' : at.day}' LLLL yyyy, H'${NBSP}h${NBSP}'mm`);
}

/** "1 234,56 €" */
export function euros(cents: number): string {
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(?:\d{3})+$)/gu, NBSP);
  return `${whole},${String(cents % 100).padStart(2, '0')}${NBSP}€`;
}

/** "2026-11-25", as the date field of a form wants it. */
export function fieldDate(date: Date, plus: { years?: number } = {}): string {
  return inParis(date).plus(plus).toISODate() ?? '';
}

export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}${NBSP}min`;
  return rest === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}`;
}

export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${NBSP}Ko`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}${NBSP}Mo`;
}

/** "+33612345678" → "06 12 34 56 78"; another form is left as it is. */
export function phone(number: string): string {
  const french = /^(?:\+33|0)([1-9]\d{8})$/u.exec(number.replace(/[\s.-]/gu, ''));
  return french ? `0${french[1]}`.replace(/(\d\d)(?=\d)/gu, `$1${NBSP}`) : number;
}

/** The number of a tel: link; undefined when there is nothing to call. */
export function telephone(number: string): string | undefined {
  const bare = number.replace(/[^\d+]/gu, '');
  return bare.length >= 2 ? bare : undefined;
}
