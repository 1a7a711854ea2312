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

const ASCII = /^[\x20-\x7e]*$/;

/**
 * Upper-case ASCII, as the records want it: accents off, œ as OE, typographic quotes and dashes as plain ones.
 * What has no such form (Cyrillic, emoji) is told, never guessed.
 */
export function transliterate(text: string): { text: string; unmappable: string[] } {
  const upper = text.toUpperCase();
  if (ASCII.test(upper)) return { text: upper, unmappable: [] };
  const unmappable: string[] = [];
  const plain = [...upper.normalize('NFD').replaceAll(/\p{M}+/gu, '')].map((letter) => {
    if (ASCII.test(letter)) return letter;
    const mapped = LETTERS[letter];
    if (mapped !== undefined) return mapped;
    if (/\s/u.test(letter)) return ' ';
    unmappable.push(letter);
    return '';
  });
  return { text: plain.join(''), unmappable };
}

/** For comparing names: letters and digits only. */
export const nameKey = (text: string): string =>
  transliterate(text)
    .text.replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim();
