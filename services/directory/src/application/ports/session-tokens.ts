export abstract class SessionTokens {
  /** 256 random bits, base64url. */
  abstract create(): string;
  /** A short id that says nothing of a token. */
  abstract publicId(): string;
  /** Twelve letters and digits in three groups, which nobody mistakes for another (base32 of Crockford). */
  abstract recoveryCode(): string;
  /** What is stored in the token's place. */
  abstract hash(token: string): string;
}
