import { NBSP } from './spaces.js';

/** "+33612345678" → "06 12 34 56 78"; another form, also a foreign number, is left as it is. */
export function phone(number: string): string {
  const french = /^(?:\+33|0)([1-9]\d{8})$/u.exec(number.replace(/[\s.-]/gu, ''));
  return french ? `0${french[1]}`.replace(/(\d\d)(?=\d)/gu, `$1${NBSP}`) : number;
}

/** The number of a tel: link; undefined when there is nothing to call. */
export function telephone(number: string): string | undefined {
  const bare = number.replace(/[^\d+]/gu, '');
  return bare.length >= 2 ? bare : undefined;
}
