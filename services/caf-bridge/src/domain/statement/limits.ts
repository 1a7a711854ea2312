/** Bytes of a statement. */
export const LARGEST_STATEMENT = 512 * 1024 * 1024;
/** What its bytes may show: ISO-8859-1 has no signature, and what is no text is refused with its line. */
export const STATEMENT_TYPES: readonly string[] = ['text/plain', 'application/octet-stream'];
