export abstract class SessionTokens {
  /** 256 random bits, base64url. */
  abstract create(): string;
  /** What is stored in the token's place. */
  abstract hash(token: string): string;
}
