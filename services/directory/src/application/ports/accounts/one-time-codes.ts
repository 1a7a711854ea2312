/** Codes of authenticator applications (RFC 6238). */
export abstract class OneTimeCodes {
  abstract newSecret(): string;
  /** otpauth:// address of a secret. */
  abstract address(secret: string, agencyName: string, mail: string): string;
  /** The step in which the code is right, later than `afterStep`; undefined when it is wrong. */
  abstract verify(secret: string, code: string, now: Date, afterStep: number | undefined): number | undefined;
}
