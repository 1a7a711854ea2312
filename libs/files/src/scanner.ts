/** Looks into the bytes of others before they are kept. */
export abstract class Scanner {
  /** The name of what it found in the file, or undefined. @throws ScanUnavailable: what was not looked at is not kept */
  abstract scan(path: string): Promise<string | undefined>;
}
