/** Hashes: of the register's chain, and of a command, for ids that its repetition finds again. */
export abstract class Identifiers {
  /** SHA-256, lower-case hexadecimal. */
  abstract hash(text: string): string;
}
