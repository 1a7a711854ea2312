/** Between a number and its unit, so that a line never breaks there. */
export const NBSP = '\u00A0';

/** Ordinary spaces: a single no-break space makes an SMS a Unicode one, of 70 characters instead of 160. */
export function breakable(text: string): string {
  return text.replaceAll(NBSP, ' ');
}
