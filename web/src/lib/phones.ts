/** "06 12 34 56 78" for a French number in E.164, "+32 470 …" left as it is for others. */
export function formatPhone(number: string): string {
  const french = /^\+33(\d{9})$/.exec(number);
  if (!french?.[1]) return number;
  return `0${french[1]}`.replace(/(\d{2})(?=\d)/g, '$1 ');
}

/** Several addresses or numbers in one field (manual: separated by a comma or a semicolon). */
export function splitList(typed: string): string[] {
  return typed
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
