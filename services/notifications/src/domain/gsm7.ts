import { basicLetters, basicSign } from '@intervia/french/letters';

/**
 * GSM-7 (3GPP TS 23.038): 160 characters a message. One character outside of it, and the whole message falls
 * to UCS-2 and 70; in French ç, ê, ô, û, î, œ and ’ are outside (partners.md, "SMS length").
 */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Written with an escape: two characters each. */
const EXTENDED = new Set('€[]{}~^|\\');

/** What has no base letter, or a better one than its base letter. */
const REPLACED: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '°': 'o',
  '²': '2',
  '³': '3',
  '•': '-',
};

function gsm7Character(character: string): string {
  if (BASIC.has(character) || EXTENDED.has(character)) return character;
  const replacement = REPLACED[character];
  if (replacement !== undefined) return replacement;
  // The base letter keeps what GSM-7 has: "ế" is e, not lost.
  const basic = [...character.normalize('NFD')].map((part) => basicSign(basicLetters(part))).join('');
  return [...basic].filter((part) => BASIC.has(part) || EXTENDED.has(part)).join('');
}

/** "2½" is "2 1/2", not 21 halves. */
const AFTER_DIGIT = /(?<=\d)(?=[\u00bc-\u00be\u2150-\u215e])/gu;

/** The same text with GSM-7 characters only; what has no equivalent, such as an emoji, is left out. */
export function toGsm7(text: string): string {
  return [...text.normalize('NFC').replaceAll(AFTER_DIGIT, ' ')].map(gsm7Character).join('');
}

/** Whether the text fits GSM-7 as it is. */
export const isGsm7 = (text: string): boolean =>
  [...text].every((character) => BASIC.has(character) || EXTENDED.has(character));
