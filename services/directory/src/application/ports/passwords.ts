export abstract class Passwords {
  abstract hash(password: string): Promise<string>;
  /** Takes the same time without a hash, and is then false. */
  abstract verify(password: string, hash: string | undefined): Promise<boolean>;
}
