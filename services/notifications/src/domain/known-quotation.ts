const WORD = /[\p{L}\p{N}]{2,}/gu;
/** What mail programs write about the quoted mail themselves. */
const PROGRAMS_LINE =
  /@|^[>\s*_]*(?:De|From|Envoyé(?: le)?|Sent|Date|À|A|To|Objet|Sujet|Subject|Cc)\s*\*?\s*:|(?:écrit|wrote)\s*:\s*$|^[>\s]*[-_]{2,}|^\s*Provenance\s*:/i;

const wordsOf = (text: string): string[] => text.normalize('NFC').toLowerCase().match(WORD) ?? [];

/**
 * Whether all that was quoted is what we had sent: then nothing that anybody else wrote is folded away with it.
 * In doubt it is not, and the whole mail is kept.
 */
export function isKnownQuotation(quoted: string, sent: readonly string[]): boolean {
  const known = new Set(wordsOf(sent.join(' ')));
  const own = quoted.split('\n').filter((line) => !PROGRAMS_LINE.test(line));
  return wordsOf(own.join(' ')).every((word) => known.has(word));
}
