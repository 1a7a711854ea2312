/** "06 12 34 56 78" for a French number in E.164, "+32 470 …" left as it is for others. */
export function formatPhone(number: string): string {
  const french = /^\+33(\d{9})$/.exec(compact(number));
  if (!french?.[1]) return number;
  return `0${french[1]}`.replace(/(\d{2})(?=\d)/g, '$1 ');
}

/** "+33 6 12 34 56 78": for an input, where the country must not be guessed again. */
export function formatTypedPhone(number: string): string {
  const french = /^\+33(\d)(\d{8})$/.exec(compact(number));
  if (!french) return number;
  const [, first, rest = ''] = french;
  return `+33 ${first} ${rest.replace(/(\d{2})(?=\d)/g, '$1 ')}`;
}

/** As `tel:` links and comparisons take it. */
export function compact(number: string): string {
  return number.replace(/[\s.-]/g, '');
}

/** Several addresses or numbers in one field (manual: separated by a comma or a semicolon). */
export function splitList(typed: string): string[] {
  return typed
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
