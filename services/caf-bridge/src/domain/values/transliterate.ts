/** What does not come apart into a letter and its accent. */
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  ß: 'SS',
  ẞ: 'SS',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ħ: 'H',
  ı: 'I',
  Ŧ: 'T',
  Ŋ: 'N',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '°': 'O',
  º: 'O',
  ª: 'A',
  '€': 'EUR',
};

/** What a character beyond ASCII becomes; undefined when nothing. Names repeat a few dozen of them. */
const known = new Map<string, string | undefined>();

function plainOf(letter: string): string | undefined {
  if (known.has(letter)) return known.get(letter);
  const apart = letter
    .toUpperCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '');
  const parts = [...apart].map((part) => {
    if (part >= ' ' && part <= '~') return part;
    return /\s/u.test(part) ? ' ' : LETTERS[part];
  });
  const plain = parts.includes(undefined) ? undefined : parts.join('');
  // Bounded: whoever types all of Unicode gets no memory of ours.
  if (known.size < 2_000) known.set(letter, plain);
  return plain;
}

/** Letters of Latin, with their accents. */
const LETTERS_OF_LATIN = 0x2000;
/** Bytes of characters by their UTF-16 unit, as they are asked for; 0 before, and where there is not exactly one. */
const bytes = new Uint8Array(LETTERS_OF_LATIN);

/** The one byte of upper-case ASCII that a UTF-16 unit becomes; 0 where `transliterate` must look at the whole text. */
export function asciiOf(unit: number): number {
  return unit < LETTERS_OF_LATIN ? bytes[unit] || learn(unit) : 0;
}

function learn(unit: number): number {
  const plain = plainOf(String.fromCharCode(unit));
  const byte = plain?.length === 1 ? plain.charCodeAt(0) : 0;
  bytes[unit] = byte;
  return byte;
}

/**
 * Upper-case ASCII, as the records want it: accents off, œ as OE, typographic quotes and dashes as plain ones.
 * What has no such form (Cyrillic, emoji) is told, never guessed.
 */
export function transliterate(text: string): { text: string; unmappable: string[] } {
  if (/^[ -~]*$/.test(text)) return { text: text.toUpperCase(), unmappable: [] };
  const unmappable: string[] = [];
  let plain = '';
  for (const letter of text) {
    if (letter >= ' ' && letter <= '~') {
      plain += letter;
      continue;
    }
    const mapped = plainOf(letter);
    if (mapped === undefined) unmappable.push(letter.toUpperCase());
    else plain += mapped;
  }
  return { text: plain.toUpperCase(), unmappable };
}

/** For comparing names: letters and digits only. */
export const nameKey = (text: string): string =>
  transliterate(text)
    .text.replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim();
