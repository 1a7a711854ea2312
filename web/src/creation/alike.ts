const FEWEST_LETTERS = 4;

/** Tickets whose subject shares a telling word with what is typed; all of them while none does. */
export function alikeFirst<Row extends { subject: string }>(
  rows: readonly Row[],
  typed: string,
): { rows: readonly Row[]; isAlike: boolean } {
  const words = tellingWords(typed);
  const alike = rows.filter(({ subject }) => {
    const others = tellingWords(subject);
    return words.some((word) => others.some((other) => other.startsWith(word) || word.startsWith(other)));
  });
  return alike.length > 0 ? { rows: alike, isAlike: true } : { rows, isAlike: false };
}

function tellingWords(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\d]+/u).filter((word) => word.length >= FEWEST_LETTERS);
}
