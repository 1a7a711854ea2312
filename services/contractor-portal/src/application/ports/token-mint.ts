/** Makes the secrets of links from their ids, so that the database alone opens nothing. */
export abstract class TokenMint {
  abstract newId(): string;
  /** The same token for the same id, every time. */
  abstract tokenOf(linkId: string): string;
  /** What is stored of a token. */
  abstract hashOf(token: string): string;
}
