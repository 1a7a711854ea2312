export abstract class BreachedPasswords {
  /** Whether guessers have this text, in lower case, on their lists. */
  abstract has(text: string): boolean;
}
