/** The address of a personal link: `/i/` and its token, of 256 bits (`services/contractor-portal`). */
const LINK = /(\/i\/)[A-Za-z0-9_-]{16,}/gu;

/** What is put in the place of a token. */
export const MASK = '•••';

/**
 * Whoever holds a personal link acts in its holder's name: nobody but the holder is shown it, not in a journal, a
 * quotation, a note or an export.
 */
export function maskLinks(text: string): string {
  return text.replace(LINK, `$1${MASK}`);
}
